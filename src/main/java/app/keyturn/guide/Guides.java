package app.keyturn.guide;

import app.keyturn.renewal.Portal;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;

/**
 * All guides. Sources: Apple, "Manage SCIM tokens" (user guides of Apple School Manager and Apple Business Manager),
 * which says <em>Generate Token</em>; Jamf Nation, an answer of 2025 on renewing the token, which says <em>+ Client
 * Secret</em>; Apple, user guide of Apple Business of April 2026, for <em>Settings</em> in place of
 * <em>Preferences</em>. That a grey button means two tokens: Apple, "Manage SCIM tokens". The button in Apple's reminder
 * mail: euc365.com, "Update Apple SCIM Token" (2024).
 */
public final class Guides {
    private static final List<String> WARNINGS = List.of("apple.warning.disconnect", "apple.warning.revoke");

    private static final List<String> OTHERWISE = List.of("apple.otherwise.look", "apple.otherwise.mail",
            "apple.otherwise.grey", "apple.otherwise.oidc");

    private static final List<Guide> ALL = List.of(
            new Guide(Portal.SCHOOL, "preferences", YearMonth.of(2025, Month.OCTOBER),
                    List.of("apple.step.sign-in.SCHOOL", "apple.step.preferences", "apple.step.sync",
                            "apple.step.generate", "apple.step.copy"),
                    List.of("apple.landmark.SCHOOL"), WARNINGS, OTHERWISE),
            new Guide(Portal.BUSINESS, "settings", YearMonth.of(2026, Month.JUNE),
                    List.of("apple.step.sign-in.BUSINESS", "apple.step.settings", "apple.step.sync",
                            "apple.step.generate", "apple.step.copy"),
                    List.of("apple.landmark.BUSINESS"), WARNINGS, OTHERWISE),
            new Guide(Portal.BUSINESS, "preferences", YearMonth.of(2025, Month.OCTOBER),
                    List.of("apple.step.sign-in.BUSINESS", "apple.step.preferences", "apple.step.sync",
                            "apple.step.generate", "apple.step.copy"),
                    List.of("apple.landmark.BUSINESS"), WARNINGS, OTHERWISE));

    private Guides() {}

    /** A portal's guides, the newest screens first; never empty. */
    public static List<Guide> of(Portal portal) {
        return ALL.stream().filter(guide -> guide.portal() == portal).toList();
    }
}
