package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloudTest {
    @Test
    void aBrowserIsSignedOutWherePeopleSignIn() {
        assertEquals(URI.create("https://login.microsoftonline.com/common/oauth2/v2.0/logout"),
                Cloud.GLOBAL.signOut());
    }

    @ParameterizedTest
    @EnumSource
    void everyCloudKeepsItsPeopleOnItsOwnHosts(Cloud cloud) {
        assertEquals(cloud.login().getHost(), cloud.signOut().getHost());
        assertEquals(cloud.portal().getHost(), cloud.enterpriseApps().getHost());
        assertEquals(cloud.portal().getHost(), cloud.appPage("id").getHost());
        assertTrue(cloud.enterpriseApps().getFragment().contains("Microsoft_AAD_IAM"));
    }
}
