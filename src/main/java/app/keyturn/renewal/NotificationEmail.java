package app.keyturn.renewal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who gets the e-mail that Microsoft sends once, when a sync goes into quarantine. The app's connection has it under
 * {@code SyncNotificationSettings} (Microsoft Learn, "synchronizationSecretKeyStringValuePair resource type").
 */
public sealed interface NotificationEmail {
    /**
     * It is sent.
     *
     * @param addresses at least one; as they were entered in Microsoft Entra
     */
    record To(List<String> addresses) implements NotificationEmail {
        public To {
            addresses = List.copyOf(addresses);
        }
    }

    /** It is not sent: it is switched off, or there is no address. */
    record Off() implements NotificationEmail {}

    /** The setting cannot be read. */
    record NotKnown() implements NotificationEmail {}

    /**
     * Parses the setting.
     *
     * @param setting as stored; empty if there is none
     */
    static NotificationEmail of(Optional<ConnectionPair> setting) {
        if (setting.isEmpty()) {
            return new Off();
        }
        try {
            return !setting.get().masked() && JsonParser.parseString(setting.get().value()) instanceof JsonObject json
                    ? of(json)
                    : new NotKnown();
        } catch (JsonParseException | StackOverflowError _) {
            return new NotKnown();
        }
    }

    private static NotificationEmail of(JsonObject settings) {
        if (isOfAnotherShape(settings.get("Enabled")) || isOfAnotherShape(settings.get("Recipients"))) {
            return new NotKnown();
        }
        boolean on = settings.get("Enabled") instanceof JsonPrimitive enabled && enabled.getAsBoolean();
        String recipients = settings.get("Recipients") instanceof JsonPrimitive text ? text.getAsString() : "";
        List<String> addresses = Arrays.stream(recipients.split("[,;]"))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        return on && !addresses.isEmpty() ? new To(addresses) : new Off();
    }

    private static boolean isOfAnotherShape(@Nullable JsonElement member) {
        return member instanceof JsonObject || member instanceof JsonArray;
    }
}
