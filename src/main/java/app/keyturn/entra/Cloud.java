package app.keyturn.entra;

import app.keyturn.settings.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Microsoft's clouds and their addresses. The program has no other source of Microsoft's addresses.
 *
 * <p>Addresses: Microsoft Learn, "National clouds" (sign-in, portals) and "Microsoft Graph national cloud deployments"
 * (Graph). GCC organisations use {@link #GLOBAL}.
 */
public enum Cloud {
    /** All organisations without a cloud below. */
    GLOBAL("login.microsoftonline.com", "graph.microsoft.com", "portal.azure.com", "entra.microsoft.com"),
    /** Microsoft Cloud for US Government, GCC High. */
    US_GOV_GCC_HIGH("login.microsoftonline.us", "graph.microsoft.us", "portal.azure.us", "entra.microsoft.us"),
    /** Microsoft Cloud for US Government, Department of Defense. */
    US_GOV_DOD("login.microsoftonline.us", "dod-graph.microsoft.us", "portal.azure.us", "entra.microsoft.us"),
    /**
     * Microsoft Cloud China, operated by 21Vianet. The older host name of its sign-in is
     * {@code login.chinacloudapi.cn}.
     */
    CHINA("login.partner.microsoftonline.cn", "microsoftgraph.chinacloudapi.cn", "portal.azure.cn",
            "entra.microsoftonline.cn"),
    /** The practice world. These host names never resolve (RFC 6761); only a {@code HostMap} maps them. */
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

    /** The cloud in the settings. */
    public static Cloud of(Settings settings) {
        return switch (settings.cloud()) {
            case GLOBAL -> GLOBAL;
            case US_GOV_GCC_HIGH -> US_GOV_GCC_HIGH;
            case US_GOV_DOD -> US_GOV_DOD;
            case CHINA -> CHINA;
        };
    }

    /** The sign-in service. */
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
     * The page of an enterprise app in Microsoft's portal. It opens the overview, from where <em>Provisioning</em>
     * is one click; Microsoft does not document the part after the {@code #}.
     *
     * @param appId the service principal's object id
     */
    public URI appPage(String appId) {
        return URI.create(portal() + "/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/"
                + URLEncoder.encode(appId, StandardCharsets.UTF_8));
    }

    /** The list of enterprise apps in Microsoft's portal, for when no app is known yet; not documented, either. */
    public URI enterpriseApps() {
        return URI.create(portal() + "/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview");
    }

    /**
     * Where the browser is signed out, of all its accounts if the user chooses so. Microsoft Learn,
     * "OpenID Connect on the Microsoft identity platform", "Send a sign-out request".
     */
    public URI signOut() {
        return login().resolve("/common/oauth2/v2.0/logout");
    }

    /**
     * The permissions the user is asked for: to find the app, and to read and renew its connection. Nothing more.
     * Microsoft Learn, "List servicePrincipals" and "Add synchronization secrets".
     */
    public Set<String> scopes() {
        return Set.of(graph() + "/Application.Read.All", graph() + "/Synchronization.ReadWrite.All");
    }

    /**
     * True if the token and the notification addresses together may not exceed 1 KB: in Azure Government.
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
