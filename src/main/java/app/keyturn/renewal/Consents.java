package app.keyturn.renewal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the user has agreed to, in answer to a {@link ConsentQuestion}.
 *
 * @param hiddenKeys hidden keys that the user has seen
 * @param address the address to store in place of the present one
 */
public record Consents(Set<String> hiddenKeys, Optional<TenantUrl> address) {
    /** Nothing has been asked yet. */
    public static final Consents NOTHING = new Consents(Set.of(), Optional.empty());

    public Consents {
        hiddenKeys = Set.copyOf(hiddenKeys);
    }

    /** These consents, and yes to one more question. */
    public Consents with(ConsentQuestion question) {
        return switch (question) {
            case ConsentQuestion.HiddenKeys hidden -> {
                Set<String> all = new HashSet<>(hiddenKeys);
                all.addAll(hidden.keys());
                yield new Consents(all, address);
            }
            case ConsentQuestion.Address asked -> new Consents(hiddenKeys, Optional.of(asked.proposed()));
        };
    }
}
