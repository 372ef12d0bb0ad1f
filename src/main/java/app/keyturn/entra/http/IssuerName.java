package app.keyturn.entra.http;

import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * The name of an authority nobody trusts, made fit to be shown. Whoever made the certificate wrote what they liked: it is
 * one short line here, without characters that cannot be seen or that turn the direction of what is read.
 */
public final class IssuerName {
    private static final int LONGEST = 60;
    /** What people would call it, the best first: common name, organisation, part of one. */
    private static final List<String> TYPES = List.of("CN", "O", "OU");

    private IssuerName() {}

    /** The name to show; empty if nothing is left to show. */
    public static Optional<String> of(X500Principal issuer) {
        return TYPES.stream()
                .flatMap(type -> value(issuer, type).stream())
                .map(IssuerName::cleaned)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static Optional<String> value(X500Principal issuer, String type) {
        try {
            return new LdapName(issuer.getName(X500Principal.RFC2253)).getRdns()
                    .stream()
                    .filter(part -> part.getType().equalsIgnoreCase(type))
                    .map(Rdn::getValue)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .findFirst();
        } catch (InvalidNameException notAName) {
            return Optional.empty();
        }
    }

    private static String cleaned(String name) {
        String line = name.replaceAll("[\\p{Z}\\s]+", " ").replaceAll("\\p{C}", "").strip();
        int[] letters = line.codePoints().toArray();
        return letters.length <= LONGEST ? line : new String(letters, 0, LONGEST - 1).strip() + "…";
    }
}
