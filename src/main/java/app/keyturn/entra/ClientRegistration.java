package app.keyturn.entra;

import app.keyturn.settings.Settings;

/**
 * The app that a person signs in to.
 *
 * @param clientId its application id
 * @param cloud where it is registered
 */
public record ClientRegistration(String clientId, Cloud cloud) {
    /**
     * Microsoft Graph Command Line Tools, which exists in every organisation, so that a school has nothing to set up
     * (Microsoft Learn, "Use delegated access with a custom application for Microsoft Graph PowerShell").
     */
    public static final String GRAPH_COMMAND_LINE_TOOLS = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

    /** Microsoft's own app, in a cloud. */
    public static ClientRegistration standard(Cloud cloud) {
        return new ClientRegistration(GRAPH_COMMAND_LINE_TOOLS, cloud);
    }

    /** The app that is set, or Microsoft's own where none is. */
    public static ClientRegistration of(Settings settings, Cloud cloud) {
        return settings.clientId().map(id -> new ClientRegistration(id, cloud)).orElse(standard(cloud));
    }
}
