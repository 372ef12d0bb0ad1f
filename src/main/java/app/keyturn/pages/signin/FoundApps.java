package app.keyturn.pages.signin;

import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.UnreadApp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The apps found so far, which of them is probably meant, and what could not be looked at.
 *
 * @param apps in the order in which they were found
 * @param unread apps that could not be read
 * @param rest what the last search has left
 */
record FoundApps(List<ProvisioningApp> apps, List<UnreadApp> unread, Rest rest) {
    static final FoundApps NONE = of(SearchResult.NONE);

    FoundApps {
        apps = List.copyOf(apps);
        unread = List.copyOf(unread);
    }

    /** What a search has found. */
    static FoundApps of(SearchResult search) {
        return new FoundApps(search.apps(), search.unread(), search.rest());
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

    /**
     * With what a search by name or id has found; apps already known are replaced. If it has looked at all apps with
     * that name, what an earlier search has left is still left.
     */
    FoundApps plus(SearchResult more) {
        return plus(more, more.rest() instanceof Rest.Nothing ? rest : more.rest());
    }

    /** With what a search through all apps has found. */
    FoundApps plusAll(SearchResult more) {
        return plus(more, more.rest());
    }

    /** If these apps have been read again: what was found, and what still cannot be read. */
    FoundApps afterReadingAgain(SearchResult again) {
        return new FoundApps(apps, List.of(), rest).plus(again, rest);
    }

    private FoundApps plus(SearchResult more, Rest left) {
        List<ProvisioningApp> others = apps.stream()
                .filter(known -> more.apps().stream().noneMatch(app -> app.id().equals(known.id())))
                .toList();
        List<UnreadApp> stillUnread = unread.stream()
                .filter(app -> !more.read().contains(app.id()))
                .filter(app -> more.unread().stream().noneMatch(now -> now.id().equals(app.id())))
                .toList();
        List<ProvisioningApp> all = Stream.concat(others.stream(), more.apps().stream()).toList();
        return new FoundApps(all,
                Stream.concat(stillUnread.stream(), more.unread().stream())
                        .filter(app -> all.stream().noneMatch(known -> known.id().equals(app.id())))
                        .toList(),
                left);
    }

    /** True if everything that was to be looked at could be read. */
    boolean isComplete() {
        return unread.isEmpty() && rest instanceof Rest.Nothing;
    }

    /** True if an app belongs to the portal and can be renewed. */
    boolean hasAppOf(Portal portal) {
        return !matching(portal).isEmpty();
    }

    /**
     * The app that needs no choice: the only one that belongs to the portal and can be renewed, or the only one of all.
     * The latter does not count if another one may be the right one: it could not be read, or not be looked at.
     */
    Optional<ProvisioningApp> onlyChoice(Portal portal) {
        List<ProvisioningApp> matching = matching(portal);
        if (matching.size() == 1) {
            return Optional.of(matching.getFirst());
        }
        return isComplete() ? onlyOne(apps) : Optional.empty();
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
}
