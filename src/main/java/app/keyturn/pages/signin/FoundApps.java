package app.keyturn.pages.signin;

import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The apps found so far, and which of them is probably meant.
 *
 * @param apps in the order in which they were found
 */
record FoundApps(List<ProvisioningApp> apps) {
    static final FoundApps NONE = new FoundApps(List.of());

    FoundApps {
        apps = List.copyOf(apps);
    }

    /** Why an app is preselected; the end of a key after {@code signin.choose.why.}. */
    enum Reason {
        /** It was last renewed from this computer. */
        KNOWN,
        /** It is the only one with the chosen portal's address. */
        SITE,
        /** Of those, it is the only one whose sync is switched on. */
        SWITCHED_ON,
        /** Of those, its sync succeeded last. */
        SUCCEEDED_LAST
    }

    /** The app to preselect. */
    record Proposal(ProvisioningApp app, Reason reason) {}

    /** True if the app signs in at Apple with a token that could be renewed. */
    static boolean usesToken(ProvisioningApp app) {
        return app.connection().signsInByToken();
    }

    /** With more apps; those already known are replaced. */
    FoundApps plus(List<ProvisioningApp> more) {
        List<ProvisioningApp> others = apps.stream().filter(known -> !contains(more, known)).toList();
        return new FoundApps(Stream.concat(others.stream(), more.stream()).toList());
    }

    /** The app that needs no choice: the only one, or the only one that belongs to the portal and can be renewed. */
    Optional<ProvisioningApp> onlyChoice(Portal portal) {
        List<ProvisioningApp> matching = matching(portal);
        return matching.size() == 1 ? Optional.of(matching.getFirst()) : onlyOne(apps);
    }

    /**
     * The app to preselect; empty if there is no reason to prefer one.
     *
     * @param known the object id of the app renewed last; empty if none is known
     */
    Optional<Proposal> proposal(Portal portal, Optional<String> known) {
        List<ProvisioningApp> matching = matching(portal);
        Optional<ProvisioningApp> renewedLast = matching.stream()
                .filter(app -> known.filter(app.id()::equalsIgnoreCase).isPresent())
                .findFirst();
        if (renewedLast.isPresent()) {
            return renewedLast.map(app -> new Proposal(app, Reason.KNOWN));
        }
        if (matching.size() == 1) {
            return Optional.of(new Proposal(matching.getFirst(), Reason.SITE));
        }
        List<ProvisioningApp> on = matching.stream()
                .filter(app -> app.job().filter(SyncJob::enabled).isPresent())
                .toList();
        return on.size() == 1
                ? Optional.of(new Proposal(on.getFirst(), Reason.SWITCHED_ON))
                : succeededLast(on).map(app -> new Proposal(app, Reason.SUCCEEDED_LAST));
    }

    private static Optional<ProvisioningApp> succeededLast(List<ProvisioningApp> apps) {
        Optional<Instant> last = apps.stream().flatMap(app -> lastSuccess(app).stream()).max(Instant::compareTo);
        return last.flatMap(when -> onlyOne(apps.stream()
                .filter(app -> lastSuccess(app).filter(when::equals).isPresent())
                .toList()));
    }

    private List<ProvisioningApp> matching(Portal portal) {
        return apps.stream()
                .filter(app -> usesToken(app) && app.job().isPresent())
                .filter(app -> app.portal().filter(portal::equals).isPresent())
                .toList();
    }

    private static Optional<Instant> lastSuccess(ProvisioningApp app) {
        return app.job().flatMap(SyncJob::lastSuccess);
    }

    private static Optional<ProvisioningApp> onlyOne(List<ProvisioningApp> apps) {
        return apps.size() == 1 ? Optional.of(apps.getFirst()) : Optional.empty();
    }

    private static boolean contains(List<ProvisioningApp> apps, ProvisioningApp one) {
        return apps.stream().anyMatch(app -> app.id().equals(one.id()));
    }
}
