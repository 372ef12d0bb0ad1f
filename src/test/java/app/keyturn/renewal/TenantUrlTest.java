package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantUrlTest {
    private static final String ADDRESS = "https://federation.apple.com/feeds/school/scim";

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, ADDRESS + "/", "https://Federation.APPLE.com/feeds/school/scim",
            "HTTPS://federation.apple.com/feeds/school/scim",
            "https://federation.apple.com:443/feeds/school/scim", ADDRESS + "?", ADDRESS + "?aadOptscim062020",
            ADDRESS + "/?a=b&c", ADDRESS + "?{|} %zz#",
            " " + ADDRESS + " "})
    void caseOfTheHostATrailingSlashAndFlagsDoNotCount(String address) {
        assertEquals(Optional.of(Portal.SCHOOL), new TenantUrl(address).portal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "/", "apple", "federation.apple.com/feeds/school/scim",
            "http://federation.apple.com/feeds/school/scim",
            ADDRESS + "//", ADDRESS + "/Users", ADDRESS + "#x", "https://federation.apple.com/feeds/School/scim",
            "https://federation.apple.com/feeds/school%2fscim",
            "https://federation.apple.com:8443/feeds/school/scim",
            "https://federation.apple.com.evil.example/feeds/school/scim",
            "https://evil.example/?https://federation.apple.com/feeds/school/scim",
            "https://federation.apple.com@evil.example/feeds/school/scim",
            "https://x@federation.apple.com/feeds/school/scim", "https://federation.apple.com",
            "mailto:it@maple.example", "https://[::1/feeds", "*"})
    void anythingElseIsNotApples(String address) {
        assertEquals(Optional.empty(), new TenantUrl(address).portal());
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, "https://FEDERATION.apple.com/", "http://federation.apple.com/feeds/school/scim",
            "https://federation.apple.com:8443/feeds/other", ADDRESS + "/?aadOptscim062020|x {}", " " + ADDRESS + " "})
    void anyPlaceAtApplesHostIsAtApple(String address) {
        assertTrue(new TenantUrl(address).isAtApple());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "apple", "federation.apple.com/feeds/school/scim", "https://apple.com/",
            "https://federation.apple.com.evil.example/feeds/school/scim",
            "https://evil.example/?https://federation.apple.com/feeds/school/scim",
            "https://evil.example/federation.apple.com", "https://federation.apple.com@evil.example/feeds/school/scim",
            "https://[::1/feeds", "not an address"})
    void anotherHostIsNotApples(String address) {
        assertFalse(new TenantUrl(address).isAtApple());
    }

    @ParameterizedTest
    @EnumSource
    void eachPortalHasItsOwnAddress(Portal portal) {
        assertEquals(Optional.of(portal), portal.tenantUrl().portal());
        Portal other = portal == Portal.SCHOOL ? Portal.BUSINESS : Portal.SCHOOL;
        assertFalse(portal.tenantUrl().sameAddressAs(other.tenantUrl()));
    }

    @Test
    void anAddressThatIsNoneLeadsNowhereNotEvenToItself() {
        TenantUrl none = new TenantUrl("no address");

        assertFalse(none.sameAddressAs(none));
    }

    @ParameterizedTest
    @CsvSource({"https://old.example/scim, ''", "https://old.example/scim?, ?",
            "https://old.example/scim?a=%41&b?c#d, ?a=%41&b?c#d",
            "not an address?flag , ?flag"})
    void theCorrectedAddressHasTheFlagsUnchanged(String stored, String flags) {
        assertEquals(ADDRESS + flags, new TenantUrl(stored).correctedFor(Portal.SCHOOL).text());
    }

    @Test
    void aCorrectedAddressAlwaysLeadsToThePortal() {
        Random random = new Random(20260302);
        for (int address = 0; address < 2_000; address++) {
            StringBuilder text = new StringBuilder("https://federation.apple.com/feeds/business/scim");
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append((char) (0x20 + random.nextInt(0x70)));
            }
            TenantUrl corrected = new TenantUrl(text.toString()).correctedFor(Portal.SCHOOL);

            assertTrue(corrected.sameAddressAs(Portal.SCHOOL.tenantUrl()), text::toString);
        }
    }

    @Test
    void theTextIsKeptByteForByte() {
        String odd = " HTTPS://Federation.Apple.com:443/feeds/school/scim/?A%2f ";

        assertEquals(odd, new TenantUrl(odd).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flag", "a\nsecret", "a\rsecret", "a\r\nsecret", "\nsecret", "\u0085secret",
            "\u2028secret", "\u2029secret", "a\u000bsecret\f", "a?b\n?c", "\ud83d"})
    void nothingAfterTheFlagsIsShownWhateverLineEndsTheyHold(String flags) {
        assertEquals(ADDRESS, new TenantUrl(ADDRESS + "?" + flags).withoutFlags());
        assertEquals("a\nb", new TenantUrl("a\nb?" + flags).withoutFlags());
    }

    @Test
    void withoutFlagsAnAddressIsShownAsItIs() {
        assertEquals(ADDRESS + "#x", new TenantUrl(ADDRESS + "#x").withoutFlags());
    }
}
