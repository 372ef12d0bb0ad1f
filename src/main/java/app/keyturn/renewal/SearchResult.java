package app.keyturn.renewal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a search for apps has found, and what it has left.
 *
 * @param apps the apps that concern Apple; may be empty
 * @param unread the apps that could not be read, any of which may be the one to renew
 * @param read the object ids of all apps that were read, whether they concern Apple or not
 * @param rest what was not looked at
 */
public record SearchResult(List<ProvisioningApp> apps, List<UnreadApp> unread, Set<String> read, Rest rest) {
    /** Nothing was searched yet. */
    public static final SearchResult NONE = of(List.of());

    public SearchResult {
        apps = List.copyOf(apps);
        unread = List.copyOf(unread);
        read = Set.copyOf(read);
    }

    /** What a search has not looked at. */
    public sealed interface Rest {
        /** Nothing: every app was looked at. */
        record Nothing() implements Rest {}

        /**
         * Other apps with such a name: only those whose names fit best were looked at.
         *
         * @param checked the number of apps that were looked at
         */
        record OtherNames(int checked) implements Rest {}

        /**
         * The apps that were to come when the search of all apps had to end.
         *
         * @param checked the number of apps that were looked at
         * @param total the number of all apps; empty if Microsoft does not say
         * @param reason why it ended; empty if the user stopped it
         */
        record Interrupted(int checked, OptionalInt total, Optional<Problem> reason) implements Rest {}
    }

    /** A search that has looked at every app, and found these. */
    public static SearchResult of(List<ProvisioningApp> apps) {
        return new SearchResult(apps, List.of(), Set.of(), new Rest.Nothing());
    }

    /** True if every app was looked at and could be read. */
    public boolean isComplete() {
        return unread.isEmpty() && rest instanceof Rest.Nothing;
    }
}
