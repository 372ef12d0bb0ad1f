package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are trusted: those that come with Java, and beside them those of the operating system. Many schools
 * look into encrypted traffic with a certificate authority of their own, which their computers trust and Java does not
 * know; Cryptomator reads the system's stores for the same reason (GitHub, cryptomator/cryptomator 3652 and 3653). The
 * system's alone would not do: Windows fetches many of its authorities only when they are first needed (4156, there).
 *
 * <p>A store that is missing or broken counts as empty: at worst, Java's certificates are the only ones.
 *
 * @param javaAuthorities the authorities that come with Java
 * @param systemAuthorities the operating system's authorities; some are Java's, too
 * @param stores names the system's stores that were read
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

    public SystemTrust {
        javaAuthorities = List.copyOf(javaAuthorities);
        systemAuthorities = List.copyOf(systemAuthorities);
        stores = List.copyOf(stores);
    }

    /** Reads what this computer trusts. Takes up to a second. */
    public static SystemTrust ofThisComputer() {
        return of(OperatingSystem.current(), BUNDLES);
    }

    /**
     * Reads what a computer trusts. The names of the stores: Oracle, "JDK Providers Documentation", SunMSCAPI and Apple;
     * {@code KeychainStore-ROOT}, Apple's own authorities, exists since JDK 23 (OpenJDK, JDK-8320362), and
     * {@code KeychainStore} holds those that a person or a school has added.
     *
     * @param system whose it is
     * @param bundles files of certificates, the most likely first; on Linux the first one that holds any counts
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
            List<X509Certificate> found = PemBundle.read(bundle);
            if (!found.isEmpty()) {
                return new SystemTrust(java(), found, List.of(bundle.toString()));
            }
        }
        return new SystemTrust(java(), List.of(), List.of());
    }

    /** Reads what Java trusts, and key stores of these types. */
    static SystemTrust ofStores(List<String> types) {
        List<X509Certificate> found = new ArrayList<>();
        List<String> read = new ArrayList<>();
        for (String type : types) {
            List<X509Certificate> inside = store(type);
            if (!inside.isEmpty()) {
                found.addAll(inside);
                read.add(type);
            }
        }
        return new SystemTrust(java(), found, read);
    }

    /** Trusts whoever Java or the operating system trusts. */
    public X509ExtendedTrustManager trustManager() {
        return trustManagerFor(Stream.concat(javaAuthorities.stream(), systemAuthorities.stream()).distinct().toList());
    }

    /**
     * Trusts these authorities and no others, with all of Java's own checks of a chain.
     *
     * @throws IllegalStateException if this Java has no such checks, which every Java has to have
     */
    public static X509ExtendedTrustManager trustManagerFor(Collection<X509Certificate> authorities) {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            int number = 0;
            for (X509Certificate authority : authorities) {
                anchors.setCertificateEntry(Integer.toString(number++), authority);
            }
            return manager(anchors);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java cannot check certificates", e);
        }
    }

    private static List<X509Certificate> java() {
        try {
            return Arrays.asList(manager(null).getAcceptedIssuers());
        } catch (GeneralSecurityException broken) {
            return List.of();
        }
    }

    /** A store's trusted certificates. A person's own, which have a key beside them, vouch for nobody else. */
    private static List<X509Certificate> store(String type) {
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
        } catch (GeneralSecurityException | IOException | ProviderException missingOrBroken) {
            // What was read before it broke counts; nothing else could be done about it here.
        }
        return found;
    }

    /**
     * Java's own checks.
     *
     * @param anchors who is trusted; null for whoever Java trusts
     */
    private static X509ExtendedTrustManager manager(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager checks) {
                return checks;
            }
        }
        throw new GeneralSecurityException("No trust manager for X.509");
    }
}
