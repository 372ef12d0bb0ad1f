package app.keyturn.renewal;

import java.util.List;
import java.util.Optional;

/** A question the user has to answer before anything is saved. Nothing has been changed yet. */
public sealed interface ConsentQuestion {
    /**
     * The app has other secrets that Microsoft does not show, so they cannot be sent back. Microsoft very probably
     * keeps them, but that cannot be proven from outside.
     */
    record HiddenKeys(List<String> keys) implements ConsentQuestion {
        public HiddenKeys {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The app's address is not the chosen portal's.
     *
     * @param stored the present address; empty if there is none
     * @param proposed the portal's, with the flags of the stored one
     */
    record Address(Optional<TenantUrl> stored, TenantUrl proposed) implements ConsentQuestion {}

    /**
     * The app has readable settings of another way of signing in beside its token. A save leaves them out, because
     * Microsoft may drop everything otherwise. Microsoft very probably keeps them, but that cannot be proven.
     */
    record OtherSignIn(List<String> keys) implements ConsentQuestion {
        public OtherSignIn {
            keys = List.copyOf(keys);
        }
    }
}
