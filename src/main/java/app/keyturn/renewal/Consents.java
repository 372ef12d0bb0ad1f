package app.keyturn.renewal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user has agreed to, in answer to a {@link ConsentQuestion}.
 *
 * @param hiddenKeys hidden keys that the user has seen
 * @param address the address to store in place of the present one
 * @param otherSignIn keys of another way of signing in that a save leaves out
 */
public record Consents(Set<String> hiddenKeys, Optional<TenantUrl> address, Set<String> otherSignIn) {
    /** Nothing has been asked yet. */
    public static final Consents NOTHING = new Consents(Set.of(), Optional.empty(), Set.of());

    public Consents {
        hiddenKeys = Set.copyOf(hiddenKeys);
        otherSignIn = Set.copyOf(otherSignIn);
    }

    /** These consents, and yes to one more question. */
    public Consents with(ConsentQuestion question) {
        return switch (question) {
            case ConsentQuestion.HiddenKeys hidden ->
                new Consents(with(hiddenKeys, hidden.keys()), address, otherSignIn);
            case ConsentQuestion.Address asked ->
                new Consents(hiddenKeys, Optional.of(asked.proposed()), otherSignIn);
            case ConsentQuestion.OtherSignIn other ->
                new Consents(hiddenKeys, address, with(otherSignIn, other.keys()));
        };
    }

    private static Set<String> with(Set<String> agreed, List<String> more) {
        Set<String> all = new HashSet<>(agreed);
        all.addAll(more);
        return all;
    }
}
