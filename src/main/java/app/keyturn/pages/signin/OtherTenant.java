package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The organisation to sign in to, where it is not the account's own. */
final class OtherTenant {
    /** What a domain or an id may consist of. */
    private static final Pattern POSSIBLE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*");

    private final Messages messages;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    OtherTenant(Messages messages) {
        this.messages = messages;
        name.subscribe(_ -> message.bind(Messages.empty()));
    }

    /** Its domain or id, as typed; empty for the account's own. */
    StringProperty name() {
        return name;
    }

    /** What is wrong with that text, in words; empty if nothing is known to be. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Its domain or id; empty for the account's own. */
    Optional<String> wanted() {
        return Optional.of(name.get().strip()).filter(text -> !text.isEmpty());
    }

    /** True if the text can be one; says so at the field if not. */
    boolean check() {
        boolean possible = wanted().filter(text -> !POSSIBLE.matcher(text).matches()).isEmpty();
        message.bind(possible ? Messages.empty() : messages.live("signin.other-tenant.impossible"));
        return possible;
    }
}
