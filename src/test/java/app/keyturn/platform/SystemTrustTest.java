package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trust with certificate authorities such as a school might have. */
class SystemTrustTest {
    private final HeldCertificate school = authority("Maple Street School");
    private final HeldCertificate other = authority("Another authority");
    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @Test
    void theSystemsAuthoritiesAndJavasAreTrusted() throws Exception {
        SystemTrust trust = linux(bundle(other.certificatePem(), school.certificatePem()));
        assertEquals(List.of(other.certificate(), school.certificate()), trust.systemAuthorities());
        assertDoesNotThrow(() -> checkServer(trust, school));
        assertDoesNotThrow(() -> trust.trustManager()
                .checkServerTrusted(new X509Certificate[]{trust.javaAuthorities().getFirst()}, "ECDHE_RSA"));
    }

    @Test
    void anUnknownAuthorityIsNotTrusted() throws Exception {
        SystemTrust trust = linux(bundle(other.certificatePem()));
        assertThrows(CertificateException.class, () -> checkServer(trust, school));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "-----BEGIN CERTIFICATE-----\nMIIB\n",
            "-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----\n", "\u00ff\u0000 words"})
    void damagedPartsOfABundleAreSkipped(String broken) throws Exception {
        SystemTrust trust = linux(bundle(other.certificatePem(), broken, school.certificatePem()));
        assertEquals(List.of(other.certificate(), school.certificate()), trust.systemAuthorities());
    }

    @Test
    void theFirstBundleThatContainsCertificatesCounts() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path first = bundle(school.certificatePem());
        Path second = Files.writeString(folder.resolve("second.pem"), other.certificatePem());
        SystemTrust trust = linux(folder.resolve("not-there.pem"), folder, empty, first, second);
        assertEquals(List.of(school.certificate()), trust.systemAuthorities());
        assertEquals(List.of(first.toString()), trust.stores());
    }

    @Test
    void withoutABundleOnlyJavasAuthoritiesAreTrusted() {
        SystemTrust trust = linux(folder.resolve("not-there.pem"));
        assertEquals(List.of(), trust.systemAuthorities());
        assertEquals(List.of(), trust.stores());
        assertFalse(trust.javaAuthorities().isEmpty());
        assertEquals(trust.javaAuthorities().size(), trust.trustManager().getAcceptedIssuers().length);
    }

    /** The stores of Windows and macOS do not exist when the tests run on another system. */
    @ParameterizedTest
    @ValueSource(strings = {"Windows 11", "Mac OS X"})
    void withoutAStoreJavasAuthoritiesAreTrusted(String system) {
        SystemTrust trust = SystemTrust.of(OperatingSystem.fromName(system), List.of());
        assertFalse(trust.javaAuthorities().isEmpty());
        assertFalse(trust.trustManager().getAcceptedIssuers().length < trust.javaAuthorities().size());
    }

    @Test
    void aCancelledSignInDoesNotLoseTheSystemsCertificates() throws Exception {
        Path file = bundle(school.certificatePem());
        Thread.currentThread().interrupt();
        try {
            assertEquals(List.of(school.certificate()), linux(file).systemAuthorities());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    private static void checkServer(SystemTrust trust, HeldCertificate authority) throws CertificateException {
        HeldCertificate server = new HeldCertificate.Builder().signedBy(authority)
                .addSubjectAlternativeName("graph.microsoft.com")
                .build();
        trust.trustManager()
                .checkServerTrusted(new X509Certificate[]{server.certificate(), authority.certificate()},
                        "ECDHE_ECDSA");
    }

    private static SystemTrust linux(Path... bundles) {
        return SystemTrust.of(OperatingSystem.OTHER, List.of(bundles));
    }

    private Path bundle(String... parts) throws IOException {
        return Files.writeString(folder.resolve("bundle.pem"), "# All of them\n" + String.join("", parts));
    }

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder().certificateAuthority(0).commonName(name).build();
    }
}
