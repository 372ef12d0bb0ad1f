package app.keyturn.platform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The trusted certificate authorities: Java's, and those of the operating system. Many schools inspect encrypted
 * traffic with their own authority, which their computers trust and Java does not know; Cryptomator reads the system's
 * stores for the same reason (GitHub, cryptomator/cryptomator 3652 and 3653). The system's alone are not enough:
 * Windows downloads many authorities only when needed (4156, there).
 *
 * <p>A missing or damaged store counts as empty: at worst, only Java's authorities are trusted.
 *
 * @param javaAuthorities the authorities that come with Java
 * @param systemAuthorities the operating system's authorities; some are also Java's
 * @param stores names of the system's stores that were read
 */
public record SystemTrust(List<X509Certificate> javaAuthorities, List<X509Certificate> systemAuthorities,
        List<String> stores) {
    /**
     * Where Linux systems keep all authorities in one file: Debian, Ubuntu; Fedora, Red Hat (old and new place);
     * openSUSE; Alpine and others. The same list as in the Go standard library, {@code crypto/x509/root_linux.go}.
     */
    private static final List<Path> BUNDLES = Stream
            .of("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
                    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/cert.pem")
            .map(Path::of)
            .toList();
    /** As in RFC 7468. */
    private static final Pattern PEM_CERTIFICATE = Pattern
            .compile("-----BEGIN CERTIFICATE-----[^-]*+-----END CERTIFICATE-----");

    public SystemTrust {
        javaAuthorities = List.copyOf(javaAuthorities);
        systemAuthorities = List.copyOf(systemAuthorities);
        stores = List.copyOf(stores);
    }

    /** Reads the authorities of this computer. Takes up to a second. */
    public static SystemTrust ofThisComputer() {
        return of(OperatingSystem.current(), BUNDLES);
    }

    /**
     * Reads the authorities of a system. The names of the stores: Oracle, "JDK Providers Documentation", SunMSCAPI and
     * Apple; {@code KeychainStore-ROOT}, Apple's own authorities, exists since JDK 23 (OpenJDK, JDK-8320362), and
     * {@code KeychainStore} holds those added by a user or a school.
     *
     * @param bundles files of certificates, the most likely first; on Linux the first that contains any counts
     */
    static SystemTrust of(OperatingSystem system, List<Path> bundles) {
        return switch (system) {
            case WINDOWS -> ofStores(List.of("Windows-ROOT"));
            case MAC -> ofStores(List.of("KeychainStore", "KeychainStore-ROOT"));
            case OTHER -> ofBundles(bundles);
        };
    }

    private static SystemTrust ofBundles(List<Path> bundles) {
        for (Path bundle : bundles) {
            List<X509Certificate> found = readBundle(bundle);
            if (!found.isEmpty()) {
                return new SystemTrust(readJavaAuthorities(), found, List.of(bundle.toString()));
            }
        }
        return new SystemTrust(readJavaAuthorities(), List.of(), List.of());
    }

    private static SystemTrust ofStores(List<String> types) {
        List<X509Certificate> found = new ArrayList<>();
        List<String> stores = new ArrayList<>();
        for (String type : types) {
            List<X509Certificate> authorities = readStore(type);
            if (!authorities.isEmpty()) {
                found.addAll(authorities);
                stores.add(type);
            }
        }
        return new SystemTrust(readJavaAuthorities(), found, stores);
    }

    /** Trusts Java's and the operating system's authorities. */
    public X509ExtendedTrustManager trustManager() {
        return trustManagerFor(
                Stream.concat(javaAuthorities.stream(), systemAuthorities.stream()).distinct().toList());
    }

    /**
     * Trusts only these authorities, with all of Java's own checks.
     *
     * @throws IllegalStateException if this Java has no such checks, which every Java must have
     */
    public static X509ExtendedTrustManager trustManagerFor(Collection<X509Certificate> authorities) {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            int number = 0;
            for (X509Certificate authority : authorities) {
                anchors.setCertificateEntry(Integer.toString(number++), authority);
            }
            return trustManagerOf(anchors);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java cannot check certificates", e);
        }
    }

    private static List<X509Certificate> readJavaAuthorities() {
        try {
            return Arrays.asList(trustManagerOf(null).getAcceptedIssuers());
        } catch (GeneralSecurityException damaged) {
            return List.of();
        }
    }

    /** Reads the trusted certificates of a key store. A user's own certificates, which have a key, are left out. */
    private static List<X509Certificate> readStore(String type) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.isCertificateEntry(alias) ? store.getCertificate(alias) : null;
                if (certificate instanceof X509Certificate authority) {
                    found.add(authority);
                }
            }
        } catch (GeneralSecurityException | IOException | ProviderException missingOrDamaged) {
            // Certificates read before the failure still count.
        }
        return found;
    }

    private static List<X509Certificate> readBundle(Path file) {
        // Unlike a channel, this stream survives an interrupt: a cancelled sign-in must not look like no bundle.
        try (InputStream in = Files.newInputStream(file)) {
            return parsePem(new String(in.readAllBytes(), ISO_8859_1));
        } catch (IOException | CertificateException missing) {
            return List.of();
        }
    }

    private static List<X509Certificate> parsePem(String text) throws CertificateException {
        // One at a time: if all were parsed together, a damaged one would lose the others.
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> found = new ArrayList<>();
        Matcher matcher = PEM_CERTIFICATE.matcher(text);
        while (matcher.find()) {
            try (InputStream in = new ByteArrayInputStream(matcher.group().getBytes(ISO_8859_1))) {
                if (factory.generateCertificate(in) instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            } catch (CertificateException | IOException damaged) {
                // An authority that cannot be read is not trusted.
            }
        }
        return found;
    }

    /**
     * Java's own checks.
     *
     * @param anchors the trusted authorities; null for Java's
     */
    private static X509ExtendedTrustManager trustManagerOf(@Nullable KeyStore anchors)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("No trust manager for X.509");
    }
}
