package app.keyturn.pages.signin;

import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

/** How people usually sign in here, by the settings: to which organisation, in which cloud, through whose app. */
public final class SignInDefaults {
    private final StringProperty tenant;
    private final ReadOnlyBooleanWrapper ownApp = new ReadOnlyBooleanWrapper(this, "ownApp");
    private final ReadOnlyObjectWrapper<Followed> followed = new ReadOnlyObjectWrapper<>(this, "followed",
            new Followed(Settings.DEFAULTS, Set.of()));
    private String proposed = "";

    /**
     * What the next sign-in goes by.
     *
     * @param settings the values
     * @param byDepartment what of it an IT department has set
     */
    record Followed(Settings settings, Set<Setting> byDepartment) {
        Followed {
            byDepartment = Set.copyOf(byDepartment);
        }
    }

    /**
     * Begins with nothing usual.
     *
     * @param tenant the organisation to sign in to, as the person sees and changes it
     */
    public SignInDefaults(StringProperty tenant) {
        this.tenant = tenant;
    }

    /**
     * Goes by these settings from now on. An organisation that the person has named in its place stays.
     *
     * @param byDepartment what of them an IT department has set
     */
    public void subscribe(Settings settings, Set<Setting> byDepartment) {
        ownApp.set(settings.clientId().isPresent());
        if (tenant.get().equals(proposed)) {
            tenant.set(settings.organisation().orElse(""));
        }
        proposed = settings.organisation().orElse("");
        followed.set(new Followed(settings, byDepartment));
    }

    /** True if Microsoft will name an app of the organisation's own. */
    ReadOnlyBooleanProperty ownApp() {
        return ownApp.getReadOnlyProperty();
    }

    /** What the next sign-in goes by. */
    ReadOnlyObjectProperty<Followed> followed() {
        return followed.getReadOnlyProperty();
    }

    /** The organisation that will be signed in to; empty for the account's own. */
    StringProperty tenant() {
        return tenant;
    }
}
