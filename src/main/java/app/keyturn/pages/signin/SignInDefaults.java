package app.keyturn.pages.signin;

import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

/** How users sign in here by the settings: to which organisation, in which cloud, with which app. */
public final class SignInDefaults {
    private final StringProperty tenant;
    private final ReadOnlyBooleanWrapper ownApp = new ReadOnlyBooleanWrapper(this, "ownApp");
    private final ReadOnlyObjectWrapper<Applied> applied = new ReadOnlyObjectWrapper<>(this, "applied",
            new Applied(Settings.DEFAULTS, Set.of()));
    private String proposedTenant = "";

    /**
     * The settings for the next sign-in.
     *
     * @param managed those set by an IT department
     */
    record Applied(Settings settings, Set<Setting> managed) {
        Applied {
            managed = Set.copyOf(managed);
        }
    }

    /**
     * Starts with the default settings.
     *
     * @param tenant the organisation to sign in to, as the user sees and changes it
     */
    public SignInDefaults(StringProperty tenant) {
        this.tenant = tenant;
    }

    /**
     * Applies settings. An organisation entered by the user stays.
     *
     * @param managed the settings made by an IT department
     */
    public void apply(Settings settings, Set<Setting> managed) {
        ownApp.set(settings.clientId().isPresent());
        if (tenant.get().equals(proposedTenant)) {
            tenant.set(settings.organisation().orElse(""));
        }
        proposedTenant = settings.organisation().orElse("");
        applied.set(new Applied(settings, managed));
    }

    /** True if the user signs in with the organisation's own app. */
    ReadOnlyBooleanProperty ownApp() {
        return ownApp.getReadOnlyProperty();
    }

    /** The settings for the next sign-in. */
    ReadOnlyObjectProperty<Applied> applied() {
        return applied.getReadOnlyProperty();
    }

    /** The organisation to sign in to; empty for the account's own. */
    StringProperty tenant() {
        return tenant;
    }
}
