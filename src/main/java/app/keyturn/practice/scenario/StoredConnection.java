package app.keyturn.practice.scenario;

import app.keyturn.practice.apple.AppleToken;
import app.keyturn.practice.apple.PracticePortal;
import app.keyturn.practice.server.RandomText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The pairs stored for the connection from Entra to Apple. */
enum StoredConnection {
    /** The address and token from Apple's page. */
    TOKEN,
    /** As {@link #TOKEN}, with notification emails turned off. */
    NO_NOTIFICATIONS,
    /** As {@link #TOKEN}, with the other portal's address. It was just changed: no sync has run since. */
    OTHER_PORTAL,
    /** As {@link #TOKEN}, without an address. */
    NO_ADDRESS,
    /** As {@link #TOKEN}; Microsoft Learn recommends adding such flags to an address. */
    ADDRESS_WITH_FLAGS,
    /** Entra signs in to Apple by OAuth, and there is no SecretToken. */
    OAUTH,
    /** As {@link #TOKEN}, beside the secret of a sign-in by OAuth that was tried once. */
    LEFTOVER_OAUTH,
    /** Nothing: users sign in by OIDC, and no accounts are provisioned. */
    NOTHING_STORED;

    /** Source: Microsoft Learn, "Known issues and resolutions with SCIM 2.0 protocol compliance". */
    private static final String FLAGS = "?aadOptscim062020";
    /** The odd spacing and escapes must be kept: a program that parses and rewrites the value would change them. */
    private static final String NOTIFICATION_SETTINGS = "{ \"Enabled\":true,\t\"DeleteThresholdEnabled\" : true,"
            + " \"HumanResourcesLookaheadQueryEnabled\":false,  \"Recipients\":\"it@maple\\u002eexample\","
            + "\"DeleteThresholdValue\":50.0 }";

    private static final String NOTIFICATIONS_OFF = "{\"Enabled\":false,\"DeleteThresholdEnabled\":false}";

    /** The keys that Microsoft's provisioning is documented to have here; there may be others. */
    static final Set<String> KNOWN_KEYS = Set.of("BaseAddress", "SecretToken", "SyncAll", "SyncNotificationSettings");

    /** Whether Apple issued a token for it. */
    boolean needsToken() {
        return this != NOTHING_STORED;
    }

    /** The pairs; an empty value means that there is no such pair. */
    Map<String, String> pairs(PracticePortal portal, AppleToken token) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("BaseAddress", switch (this) {
            case TOKEN, NO_NOTIFICATIONS, OAUTH, LEFTOVER_OAUTH -> portal.scimUrl();
            case OTHER_PORTAL -> portal.other().scimUrl();
            case ADDRESS_WITH_FLAGS -> portal.scimUrl() + FLAGS;
            case NO_ADDRESS, NOTHING_STORED -> "";
        });
        switch (this) {
            case TOKEN, NO_NOTIFICATIONS, OTHER_PORTAL, NO_ADDRESS, ADDRESS_WITH_FLAGS ->
                pairs.put("SecretToken", token.secret());
            case LEFTOVER_OAUTH -> {
                pairs.put("SecretToken", token.secret());
                pairs.put("Oauth2ClientSecret", "PRACTICE-" + RandomText.ofLength(40));
            }
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
