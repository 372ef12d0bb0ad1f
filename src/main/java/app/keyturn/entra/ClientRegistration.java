package app.keyturn.entra;

import app.keyturn.settings.Settings;

/**
 * The app registration that the user signs in to.
 *
 * @param clientId its application id
 * @param cloud where it is registered
 */
public record ClientRegistration(String clientId, Cloud cloud) {
    /**
     * Microsoft Graph Command Line Tools, which exists in every organisation of the global cloud, so that a school has
     * nothing to set up (Microsoft Learn, "Use delegated access with a custom application for Microsoft Graph
     * PowerShell"). Microsoft does not say whether it exists in every national cloud; where it does not, the sign-in
     * ends with {@code SIGNIN-APP-MISSING}, which suggests an app of the organisation's own.
     */
    public static final String GRAPH_COMMAND_LINE_TOOLS = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

    /** Microsoft's own app in a cloud. */
    public static ClientRegistration standard(Cloud cloud) {
        return new ClientRegistration(GRAPH_COMMAND_LINE_TOOLS, cloud);
    }

    /** The app in the settings, or Microsoft's own if there is none, in the cloud in the settings. */
    public static ClientRegistration of(Settings settings) {
        Cloud cloud = Cloud.of(settings);
        return settings.clientId().map(id -> new ClientRegistration(id, cloud)).orElse(standard(cloud));
    }

    /** True for an app of the organisation's own, false for Microsoft's. */
    public boolean own() {
        return !clientId.equalsIgnoreCase(GRAPH_COMMAND_LINE_TOOLS);
    }
}
