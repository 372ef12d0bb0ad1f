package app.keyturn.renewal;

import java.util.List;
import java.util.OptionalInt;

/**
 * How far a search through all apps is.
 *
 * @param looked how many apps were looked at
 * @param of how many there are; empty if Microsoft does not say
 * @param found those of them that lead to Apple, so that a search that is stopped was not for nothing
 */
public record SearchProgress(int looked, OptionalInt of, List<ProvisioningApp> found) {
    public SearchProgress {
        found = List.copyOf(found);
    }
}
