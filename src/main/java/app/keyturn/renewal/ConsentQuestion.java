package app.keyturn.renewal;

import java.util.List;
import java.util.Optional;

/** What a person has to decide before anything is saved. Nothing was changed when it is asked. */
public sealed interface ConsentQuestion {
    /**
     * The app holds further secrets that Microsoft does not show, so they cannot be sent back. Microsoft very probably
     * keeps them; nobody outside can prove it.
     *
     * @param keys their names
     */
    record HiddenKeys(List<String> keys) implements ConsentQuestion {
        public HiddenKeys {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The app's address is not the chosen portal's.
     *
     * @param stored what stands there; empty if nothing
     * @param proposed the portal's, with the flags of the stored one
     */
    record Address(Optional<TenantUrl> stored, TenantUrl proposed) implements ConsentQuestion {}
}
