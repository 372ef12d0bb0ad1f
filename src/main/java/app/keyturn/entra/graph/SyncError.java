package app.keyturn.entra.graph;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an error of a sync says about the token. Nothing else of it is kept: its message can hold addresses and headers
 * of a third party.
 */
enum SyncError {
    /** There is no error. */
    NONE,
    /** Apple refused the token. */
    TOKEN_REFUSED,
    /** The test of the credentials failed, and it does not say how. */
    UNCLEAR,
    /** Anything else, including codes that this version does not know. */
    OTHER;

    /**
     * The whole codes of a failed test of credentials. Others that also speak of credentials mean something else:
     * {@code SystemForCrossDomainIdentityManagementInvalidCredentials} a wrong address (Microsoft Learn, "Configure
     * provisioning using Microsoft Graph APIs"), {@code ...CredentialValidationUnavailable} an application that does not
     * answer, {@code AzureActiveDirectoryInvalidCredential} Microsoft's own account (Microsoft Learn, "Cloud sync
     * error codes").
     */
    private static final Set<String> FAILED_TESTS = Set.of(
            "SystemForCrossDomainIdentityManagementCredentialValidationFailure", "CredentialValidationFailure");

    /** The application's HTTP status in an error's message, by its name in .NET. */
    private static final Pattern STATUS = Pattern.compile("Response Status Code:\\s*(\\w+)");
    private static final Set<String> REFUSED = Set.of("Unauthorized", "Forbidden", "401", "403");

    /**
     * Reads an error.
     *
     * @param error a {@code synchronizationError}; empty if there is none
     */
    static SyncError of(JsonObject error) {
        String code = PagedList.text(error, "code").orElse("");
        if (code.isBlank()) {
            return NONE;
        }
        if (!FAILED_TESTS.contains(code)) {
            return OTHER;
        }
        Optional<String> status = PagedList.text(error, "message")
                .map(STATUS::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
        return status.map(named -> REFUSED.contains(named) ? TOKEN_REFUSED : OTHER).orElse(UNCLEAR);
    }
}
