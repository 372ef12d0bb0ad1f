package app.keyturn.entra;

import app.keyturn.settings.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Microsoft's clouds and their addresses. There is no other source of addresses in the program.
 *
 * <p>Addresses: Microsoft Learn, "National clouds" (sign-in, portals) and "Microsoft Graph national cloud deployments"
 * (Graph). GCC organisations use {@link #GLOBAL}.
 */
public enum Cloud {
    /** Everybody but those below. */
    GLOBAL("login.microsoftonline.com", "graph.microsoft.com", "portal.azure.com", "entra.microsoft.com"),
    /** Microsoft Cloud for US Government, GCC High. */
    US_GOV_GCC_HIGH("login.microsoftonline.us", "graph.microsoft.us", "portal.azure.us", "entra.microsoft.us"),
    /** Microsoft Cloud for US Government, Department of Defense. */
    US_GOV_DOD("login.microsoftonline.us", "dod-graph.microsoft.us", "portal.azure.us", "entra.microsoft.us"),
    /** Microsoft Cloud China, operated by 21Vianet. Its older name for the sign-in is {@code login.chinacloudapi.cn}. */
    CHINA("login.partner.microsoftonline.cn", "microsoftgraph.chinacloudapi.cn", "portal.azure.cn",
            "entra.microsoftonline.cn"),
    /** The practice world. The names exist nowhere (RFC 6761); only an address book gives them a meaning. */
    PRACTICE("login.practice.invalid", "graph.practice.invalid", "portal.practice.invalid", "entra.practice.invalid");

    private final String loginHost;
    private final String graphHost;
    private final String portalHost;
    private final String adminHost;

    Cloud(String loginHost, String graphHost, String portalHost, String adminHost) {
        this.loginHost = loginHost;
        this.graphHost = graphHost;
        this.portalHost = portalHost;
        this.adminHost = adminHost;
    }

    /** The cloud that is set. */
    public static Cloud of(Settings settings) {
        return switch (settings.cloud()) {
            case GLOBAL -> GLOBAL;
            case US_GOV_GCC_HIGH -> US_GOV_GCC_HIGH;
            case US_GOV_DOD -> US_GOV_DOD;
            case CHINA -> CHINA;
        };
    }

    /** Where people sign in. */
    public URI login() {
        return URI.create("https://" + loginHost);
    }

    /** Microsoft Graph, without a version. */
    public URI graph() {
        return URI.create("https://" + graphHost);
    }

    /** Microsoft's portal for administrators. */
    public URI portal() {
        return URI.create("https://" + portalHost);
    }

    /** The admin center of Microsoft Entra. Microsoft Learn, "Microsoft Entra frequently asked questions". */
    public URI adminCenter() {
        return URI.create("https://" + adminHost);
    }

    /**
     * The page of an enterprise app in Microsoft's portal. It lands on the overview, from where <em>Provisioning</em>
     * is one click; the way behind the {@code #} is Microsoft's own and documented nowhere.
     *
     * @param appId the service principal's object id
     */
    public URI appPage(String appId) {
        return URI.create(portal() + "/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/"
                + URLEncoder.encode(appId, StandardCharsets.UTF_8));
    }

    /**
     * The list of enterprise apps in Microsoft's portal, for who knows no app yet; Microsoft's own way, too.
     */
    public URI enterpriseApps() {
        return URI.create(portal() + "/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview");
    }

    /**
     * Where a browser is signed out, of every account it is signed in with if the person says so. Microsoft Learn,
     * "OpenID Connect on the Microsoft identity platform", "Send a sign-out request".
     */
    public URI signOut() {
        return login().resolve("/common/oauth2/v2.0/logout");
    }

    /**
     * What a person is asked to permit: to find the app, and to read and renew its connection. Nothing more.
     * Microsoft Learn, "List servicePrincipals" and "Add synchronization secrets".
     */
    public Set<String> scopes() {
        return Set.of(graph() + "/Application.Read.All", graph() + "/Synchronization.ReadWrite.All");
    }

    /**
     * True if a token and the addresses that notices go to may take 1 KB together and no more: in Azure Government.
     * Microsoft Learn, "Known issues for provisioning in Microsoft Entra ID".
     */
    public boolean limitsCredentials() {
        return switch (this) {
            case US_GOV_GCC_HIGH, US_GOV_DOD -> true;
            case GLOBAL, CHINA, PRACTICE -> false;
        };
    }

    public String graphHost() {
        return graphHost;
    }
}
