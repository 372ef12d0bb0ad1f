package app.keyturn.platform;

import java.nio.file.Path;
import java.util.List;

/** Creates the trust of a Linux computer. */
public final class TrustBundles {
    private TrustBundles() {}

    /** The trust of a computer with its authorities in this file. */
    public static SystemTrust read(Path bundle) {
        return SystemTrust.of(OperatingSystem.OTHER, List.of(bundle));
    }
}
