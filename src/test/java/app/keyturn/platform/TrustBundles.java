package app.keyturn.platform;

import java.nio.file.Path;
import java.util.List;

/** A Linux computer as far as its trust goes. */
public final class TrustBundles {
    private TrustBundles() {}

    /** Whom a computer trusts that keeps its authorities in this file. */
    public static SystemTrust read(Path bundle) {
        return SystemTrust.of(OperatingSystem.OTHER, List.of(bundle));
    }
}
