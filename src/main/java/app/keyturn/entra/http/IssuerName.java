package app.keyturn.entra.http;

import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * The name of an untrusted certificate authority, made safe to show. A certificate can claim any name, so this is one
 * short line without invisible characters or marks that change the text direction.
 */
public final class IssuerName {
    private static final int MAX_LENGTH = 60;
    /** Common name, organisation, organisational unit: the best first. */
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
        return letters.length <= MAX_LENGTH ? line : new String(letters, 0, MAX_LENGTH - 1).strip() + "…";
    }
}
