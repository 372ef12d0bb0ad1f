package app.keyturn.pages.start;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The practice stories in an order in which they can be found, and the groups they are read in. */
final class Stories {
    private static final List<Group> GROUPS = List.of(
            new Group("usual", List.of("healthy", "wrong-token", "expired-token")),
            new Group("sign-in", List.of("no-permission", "role-switched-on", "session-ended", "name-hidden")),
            new Group("app", List.of("renamed-app", "nameless-app", "several-apps", "no-app")),
            new Group("address", List.of("other-portal", "no-address", "address-with-flags")),
            new Group("nothing", List.of("oidc", "oauth", "no-job")),
            new Group("still", List.of("paused", "switched-off", "never-ran", "several-jobs", "unknown-status")),
            new Group("held", List.of("quarantine-deletes", "quarantine-failures", "quarantine-by-microsoft",
                    "quarantine-intake", "quarantine-other", "quarantine-unknown")));

    private Stories() {}

    private record Group(String name, List<String> ids) {}

    /** The same stories, group by group; those of no group at the end. */
    static List<String> inOrder(List<String> ids) {
        return ids.stream().sorted(Comparator.comparingInt(Stories::place)).toList();
    }

    /** The key of the heading above a story, if it is the first of its group among these. */
    static Optional<String> heading(String id, List<String> ordered) {
        int place = ordered.indexOf(id);
        String mine = group(id);
        return place > 0 && mine.equals(group(ordered.get(place - 1)))
                ? Optional.empty()
                : Optional.of("scenario.group." + mine);
    }

    private static String group(String id) {
        return GROUPS.stream().filter(group -> group.ids().contains(id)).map(Group::name).findFirst().orElse("more");
    }

    private static int place(String id) {
        List<String> all = GROUPS.stream().flatMap(group -> group.ids().stream()).toList();
        return IntStream.range(0, all.size()).filter(i -> all.get(i).equals(id)).findFirst().orElse(all.size());
    }
}
