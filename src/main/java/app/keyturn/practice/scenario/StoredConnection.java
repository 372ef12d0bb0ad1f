package app.keyturn.practice.scenario;

import app.keyturn.practice.apple.AppleToken;
import app.keyturn.practice.apple.PracticePortal;
import app.keyturn.practice.server.RandomText;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is stored of the connection from Entra to Apple. */
enum StoredConnection {
    /** An address and a token, as Apple's page gives them. */
    TOKEN,
    /** As {@link #TOKEN}, and nobody has said who is to hear when the sync stops. */
    NO_NOTIFICATIONS,
    /** As {@link #TOKEN}, with the other portal's address. Somebody has just changed it: no sync has run since. */
    OTHER_PORTAL,
    /** As {@link #TOKEN}, without an address. */
    NO_ADDRESS,
    /** As {@link #TOKEN}; Microsoft Learn tells people to add such flags to an address. */
    ADDRESS_WITH_FLAGS,
    /** Entra signs in at Apple by OAuth, and there is no SecretToken. */
    OAUTH,
    /** Nothing: people sign in by OIDC, and accounts are not sent. */
    NOTHING_STORED;

    /** Source: Microsoft Learn, "Known issues and resolutions with SCIM 2.0 protocol compliance". */
    private static final String FLAGS = "?aadOptscim062020";
    /** Its spacing and escapes are there to be kept: whoever parses and writes it again changes it. */
    private static final String NOTIFICATION_SETTINGS = "{ \"Enabled\":true,\t\"DeleteThresholdEnabled\" : true,"
            + " \"HumanResourcesLookaheadQueryEnabled\":false,  \"Recipients\":\"it@maple\\u002eexample\","
            + "\"DeleteThresholdValue\":50.0 }";

    private static final String NOTIFICATIONS_OFF = "{\"Enabled\":false,\"DeleteThresholdEnabled\":false}";

    /** Whether Apple made a token for it. */
    boolean needsToken() {
        return this != NOTHING_STORED;
    }

    /** The pairs; an empty value stands for one that is not there. */
    Map<String, String> pairs(PracticePortal portal, AppleToken token) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("BaseAddress", switch (this) {
            case TOKEN, NO_NOTIFICATIONS, OAUTH -> portal.scimUrl();
            case OTHER_PORTAL -> portal.other().scimUrl();
            case ADDRESS_WITH_FLAGS -> portal.scimUrl() + FLAGS;
            case NO_ADDRESS, NOTHING_STORED -> "";
        });
        switch (this) {
            case TOKEN, NO_NOTIFICATIONS, OTHER_PORTAL, NO_ADDRESS, ADDRESS_WITH_FLAGS ->
                pairs.put("SecretToken", token.secret());
            case OAUTH -> {
                pairs.put("Oauth2AccessToken", token.secret());
                pairs.put("Oauth2AccessTokenCreationTime", "2026-01-12T07:41:09Z");
                pairs.put("Oauth2ClientId", "practice-client");
                pairs.put("Oauth2ClientSecret", "PRACTICE-" + RandomText.ofLength(40));
                pairs.put("Oauth2RefreshToken", "PRACTICE-" + RandomText.ofLength(48));
            }
            case NOTHING_STORED -> {
                return Map.of();
            }
        }
        pairs.put("SyncAll", "false");
        pairs.put("SyncNotificationSettings", this == NO_NOTIFICATIONS ? NOTIFICATIONS_OFF : NOTIFICATION_SETTINGS);
        pairs.put("BrandNewKey", "kept as it is");
        return pairs;
    }
}
