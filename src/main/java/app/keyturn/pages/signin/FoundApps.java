package app.keyturn.pages.signin;

import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The apps found so far, and which of them is meant, as far as that can be told.
 *
 * @param apps in the order they were found
 */
record FoundApps(List<ProvisioningApp> apps) {
    static final FoundApps NONE = new FoundApps(List.of());

    FoundApps {
        apps = List.copyOf(apps);
    }

    /** Why an app is proposed; the end of a key in the bundle, behind {@code signin.choose.why.}. */
    enum Why {
        /** It was renewed from this computer last. */
        KNOWN,
        /** It is the only one with the chosen portal's address. */
        SITE,
        /** Of those, it is the only one whose sync is switched on. */
        SWITCHED_ON,
        /** Of those, its sync ended well last. */
        SUCCEEDED_LAST
    }

    /**
     * What is marked beforehand when the person has to choose.
     *
     * @param app the app
     * @param why why it
     */
    record Proposal(ProvisioningApp app, Why why) {}

    /** True if the app signs in at Apple with a token that could be renewed. */
    static boolean byToken(ProvisioningApp app) {
        return app.connection().hasToken() && !app.connection().usesOAuth();
    }

    /** With these, too; those known already are taken as they read now. */
    FoundApps and(List<ProvisioningApp> more) {
        List<ProvisioningApp> others = apps.stream().filter(known -> !isAmong(more, known)).toList();
        return new FoundApps(Stream.concat(others.stream(), more.stream()).toList());
    }

    /** The app that need not be chosen: there is no other, or no other that leads to the portal and can be renewed. */
    Optional<ProvisioningApp> certain(Portal portal) {
        List<ProvisioningApp> fitting = fitting(portal);
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : onlyOne(apps);
    }

    /**
     * The app to mark beforehand; empty if nothing speaks for one of them.
     *
     * @param known the object id of the app that was renewed last; empty if none is known
     */
    Optional<Proposal> proposal(Portal portal, Optional<String> known) {
        List<ProvisioningApp> fitting = fitting(portal);
        Optional<ProvisioningApp> renewedLast = fitting.stream()
                .filter(app -> known.filter(app.id()::equalsIgnoreCase).isPresent())
                .findFirst();
        if (renewedLast.isPresent()) {
            return renewedLast.map(app -> new Proposal(app, Why.KNOWN));
        }
        if (fitting.size() == 1) {
            return Optional.of(new Proposal(fitting.getFirst(), Why.SITE));
        }
        List<ProvisioningApp> on = fitting.stream()
                .filter(app -> app.job().filter(SyncJob::enabled).isPresent())
                .toList();
        return on.size() == 1
                ? Optional.of(new Proposal(on.getFirst(), Why.SWITCHED_ON))
                : succeededLast(on).map(app -> new Proposal(app, Why.SUCCEEDED_LAST));
    }

    private static Optional<ProvisioningApp> succeededLast(List<ProvisioningApp> apps) {
        Optional<Instant> last = apps.stream().flatMap(app -> lastSuccess(app).stream()).max(Instant::compareTo);
        return last.flatMap(when -> onlyOne(apps.stream()
                .filter(app -> lastSuccess(app).filter(when::equals).isPresent())
                .toList()));
    }

    private List<ProvisioningApp> fitting(Portal portal) {
        return apps.stream()
                .filter(app -> byToken(app) && app.job().isPresent())
                .filter(app -> app.portal().filter(portal::equals).isPresent())
                .toList();
    }

    private static Optional<Instant> lastSuccess(ProvisioningApp app) {
        return app.job().flatMap(SyncJob::lastSuccess);
    }

    private static Optional<ProvisioningApp> onlyOne(List<ProvisioningApp> apps) {
        return apps.size() == 1 ? Optional.of(apps.getFirst()) : Optional.empty();
    }

    private static boolean isAmong(List<ProvisioningApp> apps, ProvisioningApp one) {
        return apps.stream().anyMatch(app -> app.id().equals(one.id()));
    }
}
