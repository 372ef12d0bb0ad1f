package app.keyturn.pages.signin;

import app.keyturn.settings.Settings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.StringProperty;

/** How people usually sign in here, by the settings: to which organisation, and through whose app. */
public final class UsualSignIn {
    private final StringProperty tenant;
    private final ReadOnlyBooleanWrapper ownApp = new ReadOnlyBooleanWrapper(this, "ownApp");
    private String proposed = "";

    /**
     * Begins with nothing usual.
     *
     * @param tenant the organisation to sign in to, as the person sees and changes it
     */
    public UsualSignIn(StringProperty tenant) {
        this.tenant = tenant;
    }

    /** Goes by these settings from now on. An organisation that the person has named in its place stays. */
    public void follow(Settings settings) {
        ownApp.set(settings.clientId().isPresent());
        if (tenant.get().equals(proposed)) {
            tenant.set(settings.organisation().orElse(""));
        }
        proposed = settings.organisation().orElse("");
    }

    /** True if Microsoft will name an app of the organisation's own. */
    ReadOnlyBooleanProperty ownApp() {
        return ownApp.getReadOnlyProperty();
    }
}
