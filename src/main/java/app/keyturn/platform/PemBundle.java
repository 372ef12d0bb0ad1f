package app.keyturn.platform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of certificates, one below the other, as RFC 7468 has them. What is broken in it is passed over. */
final class PemBundle {
    private static final Pattern CERTIFICATE = Pattern
            .compile("-----BEGIN CERTIFICATE-----[^-]*+-----END CERTIFICATE-----");

    private PemBundle() {}

    /** The certificates in it, in its order; none if it cannot be read. */
    static List<X509Certificate> read(Path file) {
        // Unlike a channel, this stream is not closed by an interrupt: a cancelled sign-in must not look like no bundle.
        try (InputStream in = Files.newInputStream(file)) {
            return certificates(new String(in.readAllBytes(), ISO_8859_1));
        } catch (IOException | CertificateException missing) {
            return List.of();
        }
    }

    private static List<X509Certificate> certificates(String text) throws CertificateException {
        // Each by itself: all at once, one that is broken would take the others with it.
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> found = new ArrayList<>();
        Matcher each = CERTIFICATE.matcher(text);
        while (each.find()) {
            try (InputStream one = new ByteArrayInputStream(each.group().getBytes(ISO_8859_1))) {
                if (factory.generateCertificate(one) instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            } catch (CertificateException | IOException broken) {
                // An authority that cannot be read is one that is not trusted.
            }
        }
        return found;
    }
}
