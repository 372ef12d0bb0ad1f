package app.keyturn.practice;

import java.util.Arrays;
import java.util.Optional;

/** What a practice world is like when it opens. */
public enum Scenario {
    /** The job is active, and the stored token works for some more weeks. */
    HEALTHY("healthy"),
    /** As {@link #HEALTHY}, but the first token that Apple's page shows lacks its end, as after a copy accident. */
    WRONG_TOKEN("wrong-token"),
    /** The stored token ran out two weeks ago, and the job is in quarantine for it. */
    EXPIRED_TOKEN("expired-token"),
    /** As {@link #HEALTHY}; the person signs in with the account that lacks the role first. */
    NO_PERMISSION("no-permission");

    private final String id;

    Scenario(String id) {
        this.id = id;
    }

    /**
     * The name that settings, arguments and folders use; it never changes.
     *
     * @return lower case, words joined by hyphens
     */
    public String id() {
        return id;
    }

    /**
     * The scenario with this id.
     *
     * @param id as {@link #id()} gives it
     * @return empty when there is none
     */
    public static Optional<Scenario> of(String id) {
        return Arrays.stream(values()).filter(scenario -> scenario.id.equals(id)).findFirst();
    }
}
