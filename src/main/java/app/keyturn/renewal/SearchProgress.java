package app.keyturn.renewal;

import java.util.List;
import java.util.OptionalInt;

/**
 * The progress of a search through all apps.
 *
 * @param checked the number of apps checked so far
 * @param total the number of apps; empty if Microsoft does not say
 * @param found the apps with an address of Apple's, so that a stopped search still has a result
 */
public record SearchProgress(int checked, OptionalInt total, List<ProvisioningApp> found) {
    public SearchProgress {
        found = List.copyOf(found);
    }
}
