package app.keyturn.renewal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a person has said yes to, in answer to a {@link Question}.
 *
 * @param hiddenKeys hidden keys they were told of
 * @param address the address to store in place of the present one
 */
public record Agreed(Set<String> hiddenKeys, Optional<TenantUrl> address) {
    /** Nothing was asked yet. */
    public static final Agreed NOTHING = new Agreed(Set.of(), Optional.empty());

    public Agreed {
        hiddenKeys = Set.copyOf(hiddenKeys);
    }

    /** This, and yes to one more question. */
    public Agreed and(Question question) {
        return switch (question) {
            case Question.HiddenKeys hidden -> {
                Set<String> all = new HashSet<>(hiddenKeys);
                all.addAll(hidden.keys());
                yield new Agreed(all, address);
            }
            case Question.Address asked -> new Agreed(hiddenKeys, Optional.of(asked.proposed()));
        };
    }
}
