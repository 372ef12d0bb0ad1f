package app.keyturn.pages.start;

import java.util.ArrayList;
import java.util.List;

/** The practice scenarios in groups, so that users find one. */
final class ScenarioGroups {
    private static final List<Group> GROUPS = List.of(
            new Group("usual", List.of("healthy", "wrong-token", "expired-token")),
            new Group("sign-in", List.of("no-permission", "role-switched-on", "role-later", "approval-needed",
                    "partner-account", "device-refused", "session-ended", "name-hidden")),
            new Group("app", List.of("renamed-app", "nameless-app", "several-apps", "many-apps", "neighbour-unreadable",
                    "search-unfinished", "no-app")),
            new Group("address", List.of("other-portal", "no-address", "address-with-flags")),
            new Group("unwell",
                    List.of("service-unwell", "refused-at-first", "batch-fails", "old-token-untested", "check-unwell",
                            "stale-token")),
            new Group("settings",
                    List.of("leftover-oauth", "empty-setting", "setting-rewritten", "setting-not-understood")),
            new Group("nothing", List.of("oidc", "oauth", "no-job")),
            new Group("still", List.of("paused", "switched-off", "never-ran", "never-started",
                    "first-cycle-running", "several-jobs", "unknown-status")),
            new Group("held", List.of("quarantine-deletes", "quarantine-failures", "quarantine-by-microsoft",
                    "quarantine-intake", "quarantine-other", "quarantine-unknown", "quarantine-without-error",
                    "errors-to-clean-up")));

    private ScenarioGroups() {}

    /** @param name the last part of the key of its heading */
    record Group(String name, List<String> ids) {
        private Group onlyIn(List<String> others) {
            return new Group(name, ids.stream().filter(others::contains).toList());
        }
    }

    /** The scenarios, group by group; those without a group come last. No group is empty. */
    static List<Group> groups(List<String> ids) {
        List<Group> groups = new ArrayList<>(GROUPS.stream().map(group -> group.onlyIn(ids)).toList());
        groups.add(new Group("more",
                ids.stream().filter(id -> GROUPS.stream().noneMatch(group -> group.ids().contains(id))).toList()));
        groups.removeIf(group -> group.ids().isEmpty());
        return groups;
    }
}
