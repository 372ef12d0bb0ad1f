package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.graph.GraphSettings;
import app.keyturn.practice.graph.GraphSettings.SaveMode;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.server.AnswerScript.Rule;
import app.keyturn.practice.server.AnswerScript.When;
import app.keyturn.practice.server.Operation;
import app.keyturn.practice.server.RequestLog;
import app.keyturn.practice.server.ScriptedAnswer;
import app.keyturn.practice.signin.SignInSettings;
import app.keyturn.testkit.WireRenewal;
import app.keyturn.testkit.WireRenewal.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Microsoft on a bad day: what may go wrong on the way to green, each kind with its neighbours, as a whole renewal over
 * HTTP. Nobody acts unless the day says that the user follows what is offered.
 */
class BadDaysTest {
    private static final String GREEN = "renewed, runs, synced, 1 PUT, 0 start";
    private static final String RESTARTED = "renewed, started, synced, 1 PUT, 1 start";
    private static final Map<String, String> WITHOUT_PORTAL_SETTINGS = Map.of("SyncAll", "", "SyncNotificationSettings",
            "");
    private static final ScriptedAnswer NOT_UNDERSTOOD = ScriptedAnswer.error(500, "InternalError",
            "Requested value 'BrandNewKey' was not found.");
    private static final ScriptedAnswer INTERNAL = ScriptedAnswer.error(500, "InternalError",
            "An internal error has occurred.");

    /**
     * A bad day.
     *
     * @param what is bad about it
     * @param change how the service behaves
     * @param end how the renewal ends
     */
    record Day(String what, Scenario scenario, User user, UnaryOperator<PracticeSettings> change, String end) {
        /** The same for a user who does what is offered. */
        Day followed() {
            return new Day(what + ", followed", scenario, User.FOLLOWS, change, end);
        }

        /** The same in another scenario. */
        Day in(Scenario other) {
            return new Day(what + ", " + other.id(), other, user, change, end);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static Day day(String what, UnaryOperator<PracticeSettings> change, String end) {
        return new Day(what, Scenario.HEALTHY, User.DOES_NOTHING, change, end);
    }

    private static Day day(Operation operation, String when, When which, String fault, ScriptedAnswer answer,
            String end) {
        return day(operation + " " + when + ": " + fault, settings -> settings.with(operation, which, answer), end);
    }

    static Stream<Day> testsThatFailInPassing() {
        Stream<Day> once = passing().entrySet()
                .stream()
                .flatMap(fault -> Stream.of(
                        day(Operation.TEST, "once", When.first(1), fault.getKey(), fault.getValue(), GREEN),
                        day(Operation.TEST_SAVED, "once before the save", When.first(1), fault.getKey(),
                                fault.getValue(), GREEN),
                        day(Operation.TEST_SAVED, "twice after the save", When.first(2).afterSave(), fault.getKey(),
                                fault.getValue(), GREEN)));
        return Stream.concat(once, Stream.of(
                day(Operation.TEST, "for 60 s", When.during(Duration.ofSeconds(60)), "503",
                        ScriptedAnswer.unavailable(), GREEN),
                day(Operation.READ_SECRETS, "for 60 s", When.during(Duration.ofSeconds(60)), "503",
                        ScriptedAnswer.unavailable(), GREEN),
                day(Operation.READ_JOB, "for 60 s", When.during(Duration.ofSeconds(60)), "502",
                        ScriptedAnswer.html(502), GREEN),
                day(Operation.TEST, "always", When.always(), "503", ScriptedAnswer.unavailable(),
                        "SERVICE-DOWN NOTHING, 0 PUT, 0 start"),
                day(Operation.TEST, "always", When.always(), "closed", ScriptedAnswer.closed(),
                        "NET-UNREACHABLE NOTHING, 0 PUT, 0 start")));
    }

    private static Map<String, ScriptedAnswer> passing() {
        return Map.of("503", ScriptedAnswer.unavailable(), "500", INTERNAL, "502 page", ScriptedAnswer.html(502), "504",
                ScriptedAnswer.bare(504), "408", ScriptedAnswer.bare(408), "closed", ScriptedAnswer.closed(),
                "no answer", ScriptedAnswer.hanging(), "429", ScriptedAnswer.tooManyRequests(Duration.ofSeconds(20)),
                "503 until a date", ScriptedAnswer.unavailable().retryAfterDate(Duration.ofSeconds(40)), "509",
                ScriptedAnswer.bare(509));
    }

    static Stream<Day> oldTokensThatCannotBeTested() {
        Map<String, ScriptedAnswer> lasting = Map.of("500", INTERNAL, "503", ScriptedAnswer.unavailable(), "403",
                ScriptedAnswer.forbidden(), "401", ScriptedAnswer.unexplained401(), "page", ScriptedAnswer.html(200),
                "502 page", ScriptedAnswer.html(502), "404", ScriptedAnswer.bare(404), "closed",
                ScriptedAnswer.closed(), "429", ScriptedAnswer.tooManyRequests(Duration.ofMinutes(10)),
                "setting not understood", NOT_UNDERSTOOD);
        Stream<Day> days = lasting.entrySet()
                .stream()
                .map(fault -> day(Operation.TEST_SAVED, "before the save", When.always().beforeSave(), fault.getKey(),
                        fault.getValue(), "old token not tested; " + GREEN));
        UnaryOperator<PracticeSettings> untested = settings -> settings.with(Operation.TEST_SAVED,
                When.always().beforeSave(), INTERNAL);
        return Stream.concat(days, Stream.of(
                day("Microsoft's error shows the bad token", untested, "old token not tested; " + RESTARTED)
                        .in(Scenario.EXPIRED_TOKEN),
                day("nothing shows a bad token", untested,
                        "old token not tested; renewed, left alone: SYNC-QUARANTINED-OTHERWISE SAVED, 1 PUT, 0 start")
                        .in(Scenario.QUARANTINE_WITHOUT_ERROR),
                day("two lost saves are not proven by a test",
                        settings -> untested.apply(settings)
                                .with(Operation.SAVE, When.always(), ScriptedAnswer.closed().afterEffect()),
                        "old token not tested; SAVE-UNKNOWN NOT_KNOWN, 2 PUT, 0 start")
                        .in(Scenario.EXPIRED_TOKEN),
                day("two lost saves are proven by a test",
                        settings -> settings.with(Operation.SAVE, When.always(), ScriptedAnswer.closed().afterEffect()),
                        "renewed by test, started, synced, 2 PUT, 1 start")
                        .in(Scenario.EXPIRED_TOKEN)));
    }

    static Stream<Day> checksThatFailAfterAGoodSave() {
        Duration minutes = Duration.ofMinutes(3);
        return Stream.of(
                day(Operation.TEST_SAVED, "twice", When.first(2).afterSave(), "503", ScriptedAnswer.unavailable(),
                        RESTARTED),
                day(Operation.TEST_SAVED, "for 60 s", When.during(Duration.ofSeconds(60)).afterSave(), "500", INTERNAL,
                        RESTARTED),
                day(Operation.READ_SECRETS, "for 60 s", When.during(Duration.ofSeconds(60)).afterSave(), "503",
                        ScriptedAnswer.unavailable(), RESTARTED),
                day(Operation.READ_JOB, "for 60 s", When.during(Duration.ofSeconds(60)).afterSave(), "503",
                        ScriptedAnswer.unavailable(), RESTARTED),
                day(Operation.TEST_SAVED, "always", When.always().afterSave(), "503", ScriptedAnswer.unavailable(),
                        "SERVICE-DOWN SAVED, 1 PUT, 0 start"),
                day(Operation.TEST_SAVED, "always", When.always().afterSave(), "401", ScriptedAnswer.unexplained401(),
                        "ROLE-MISSING SAVED, 1 PUT, 0 start"),
                day(Operation.READ_SECRETS, "always", When.always().afterSave(), "page", ScriptedAnswer.html(200),
                        "NET-STRANGE-ANSWER SAVED, 1 PUT, 0 start"),
                day(Operation.TEST_SAVED, "for minutes", When.during(minutes).afterSave(), "503",
                        ScriptedAnswer.unavailable(), "SERVICE-DOWN SAVED: CHECK_AGAIN; " + RESTARTED).followed(),
                day(Operation.READ_SECRETS, "for minutes", When.during(minutes).afterSave(), "closed",
                        ScriptedAnswer.closed(), "NET-UNREACHABLE SAVED: CHECK_AGAIN; " + RESTARTED).followed(),
                day(Operation.READ_JOB, "always", When.always().afterSave(), "503", ScriptedAnswer.unavailable(),
                        "renewed, left alone: SERVICE-DOWN SAVED, 1 PUT, 0 start"))
                .map(it -> it.in(Scenario.EXPIRED_TOKEN));
    }

    static Stream<Day> savesThatMicrosoftAsksToWaitWith() {
        Duration wait = Duration.ofSeconds(5);
        return Stream.of(
                day(Operation.SAVE, "twice", When.first(2), "503 after 5 s", ScriptedAnswer.unavailable()
                        .retryAfter(wait), "renewed, runs, synced, 3 PUT, 0 start"),
                day(Operation.SAVE, "twice", When.first(2), "503 after a date", ScriptedAnswer.unavailable()
                        .retryAfterDate(Duration.ofSeconds(40)), "renewed, runs, synced, 3 PUT, 0 start"),
                day(Operation.SAVE, "twice", When.first(2), "500, taken, after 5 s", INTERNAL.retryAfter(wait)
                        .afterEffect(), "renewed, runs, synced, 3 PUT, 0 start"),
                day(Operation.SAVE, "four times", When.first(4), "429", ScriptedAnswer.tooManyRequests(wait),
                        "renewed, runs, synced, 5 PUT, 0 start"),
                day(Operation.SAVE, "once", When.first(1), "509", ScriptedAnswer.bare(509),
                        "renewed, runs, synced, 2 PUT, 0 start"),
                day(Operation.SAVE, "once", When.first(1), "503", ScriptedAnswer.unavailable(),
                        "renewed, runs, synced, 2 PUT, 0 start"),
                day(Operation.SAVE, "once", When.first(1), "no answer", ScriptedAnswer.hanging(),
                        "renewed, runs, synced, 2 PUT, 0 start"),
                day(Operation.SAVE, "once", When.first(1), "closed, taken", ScriptedAnswer.closed().afterEffect(),
                        "renewed, runs, synced, 2 PUT, 0 start"),
                day(Operation.SAVE, "always", When.always(), "503", ScriptedAnswer.unavailable(),
                        "SAVE-UNKNOWN NOT_KNOWN, 2 PUT, 0 start"),
                day(Operation.SAVE, "always", When.always(), "503 after an hour", ScriptedAnswer.unavailable()
                        .retryAfter(Duration.ofHours(1)), "SAVE-UNKNOWN NOT_KNOWN, 1 PUT, 0 start"),
                day(Operation.SAVE, "always", When.always(), "429 after an hour",
                        ScriptedAnswer.tooManyRequests(Duration.ofHours(1)),
                        "SERVICE-BUSY NOTHING, 1 PUT, 0 start"),
                day(Operation.SAVE, "for minutes", When.during(Duration.ofMinutes(1)), "503",
                        ScriptedAnswer.unavailable(),
                        "SAVE-UNKNOWN NOT_KNOWN: TRY_AGAIN; renewed, runs, synced, 3 PUT, 0 start").followed());
    }

    static Stream<Day> refusalsThatPass() {
        Stream<Day> once = Operation.READS_AND_TESTS.stream()
                .flatMap(operation -> Stream.of(
                        day(operation, "once", When.first(1), "401", ScriptedAnswer.unexplained401(), GREEN),
                        day(operation, "once", When.first(1), "403", ScriptedAnswer.forbidden(), GREEN),
                        day(operation, "once", When.first(1), "403 without a body", ScriptedAnswer.bare(403), GREEN),
                        day(operation, "once after the save", When.first(1).afterSave(), "401",
                                ScriptedAnswer.unexplained401(), GREEN)));
        return Stream.concat(once, Stream.of(
                day(Operation.LIST_JOBS, "always", When.always(), "401", ScriptedAnswer.unexplained401(),
                        "ROLE-MISSING NOTHING, 0 PUT, 0 start"),
                day(Operation.TEST, "always", When.always(), "403", ScriptedAnswer.forbidden(),
                        "ROLE-MISSING NOTHING, 0 PUT, 0 start"),
                day(Operation.ORGANIZATION, "always", When.always(), "403", ScriptedAnswer.forbidden(), GREEN),
                day(Operation.SAVE, "once", When.first(1), "403", ScriptedAnswer.forbidden(),
                        "ROLE-MISSING NOTHING, 1 PUT, 0 start"),
                day(Operation.START, "once", When.first(1), "401", ScriptedAnswer.unexplained401(),
                        "renewed, left alone: ROLE-MISSING SAVED, 1 PUT, 1 start")
                        .in(Scenario.EXPIRED_TOKEN)));
    }

    static Stream<Day> brokenNeighbours() {
        UnaryOperator<PracticeSettings> broken = settings -> settings.with(PracticeSettings.UNREADABLE_NEIGHBOUR, true);
        String named = "unread Apple Classroom tools; ";
        return Stream.of(day("one", broken, named + GREEN), day("one", broken, named + GREEN).in(Scenario.RENAMED_APP),
                day("one", broken, named + GREEN).in(Scenario.SEVERAL_APPS),
                day("one", broken, named + RESTARTED).in(Scenario.EXPIRED_TOKEN),
                day("one", broken, "searches all apps; " + named + GREEN).in(Scenario.NAMELESS_APP).followed(),
                day("one among 60", settings -> broken.apply(settings).with(PracticeSettings.APPLE_NAMED_APPS, 60),
                        GREEN),
                day("one, without batches", settings -> broken.apply(settings).withoutBatch(), named + GREEN),
                day("one, and batches fail", broken, named + GREEN).in(Scenario.BATCH_FAILS));
    }

    static Stream<Day> firstCycles() {
        String never = "renewed, left alone: SYNC-NEVER-RAN SAVED, 1 PUT, 0 start";
        return Stream.of(day("running", settings -> settings, GREEN).in(Scenario.FIRST_CYCLE_RUNNING),
                day("running for half an hour",
                        settings -> settings.withCycles(Duration.ofMinutes(1), Duration.ofMinutes(30)), GREEN)
                        .in(Scenario.FIRST_CYCLE_RUNNING),
                day("running for two hours",
                        settings -> settings.withCycles(Duration.ofMinutes(1), Duration.ofHours(2))
                                .with(SignInSettings.ACCESS_LIFETIME, Duration.ofHours(3)),
                        "renewed, runs, not synced, 1 PUT, 0 start")
                        .in(Scenario.FIRST_CYCLE_RUNNING),
                day("running, old token not tested",
                        settings -> settings.with(Operation.TEST_SAVED, When.always().beforeSave(), INTERNAL),
                        "old token not tested; " + GREEN)
                        .in(Scenario.FIRST_CYCLE_RUNNING),
                day("never begun", settings -> settings, never).in(Scenario.NEVER_STARTED),
                day("never begun", settings -> settings, never).in(Scenario.NEVER_RAN).followed());
    }

    static Stream<Day> quarantinesWithoutAnError() {
        String left = "renewed, left alone: SYNC-QUARANTINED-OTHERWISE SAVED, 1 PUT, 0 start";
        ScriptedAnswer unavailable = ScriptedAnswer.error(400,
                "SystemForCrossDomainIdentityManagementCredentialValidationUnavailable",
                "Response Status Code: ServiceUnavailable");
        return Stream.of(day("the last cycle names another", settings -> settings, left),
                day("another, and a follower", settings -> settings, left).followed(),
                day("another, and Apple cannot be reached",
                        settings -> settings.with(Operation.TEST_SAVED, When.always().beforeSave(), unavailable),
                        left),
                day("another, and the old token cannot be tested",
                        settings -> settings.with(Operation.TEST_SAVED, When.always().beforeSave(), INTERNAL),
                        "old token not tested; " + left))
                .map(it -> it.in(Scenario.QUARANTINE_WITHOUT_ERROR));
    }

    static Stream<Day> leftOversOfOAuth() {
        Map<String, String> readable = Map.of("Oauth2ClientId", "practice-client");
        return Stream.of(
                day("without a value", settings -> settings.with(GraphSettings.SHOWN_EMPTY,
                        Set.of("Oauth2ClientId", "Oauth2ClientSecret", "OAuth2RefreshToken")), GREEN),
                day("readable", settings -> settings.withConnectionPairs(readable),
                        "asked about OtherSignIn; asked, 0 PUT, 0 start"),
                day("readable", settings -> settings.withConnectionPairs(readable), "agrees to OtherSignIn; " + GREEN)
                        .followed(),
                day("masked", settings -> settings.withConnectionPairs(Map.of("Oauth2ClientSecret", "PRACTICE-x")),
                        "agrees to HiddenKeys; " + GREEN)
                        .followed(),
                day("masked and readable",
                        settings -> settings.withConnectionPairs(
                                Map.of("Oauth2ClientSecret", "PRACTICE-x", "Oauth2ClientId", "practice-client")),
                        "agrees to HiddenKeys; agrees to OtherSignIn; " + GREEN)
                        .followed(),
                day("a type that names a token",
                        settings -> settings.withConnectionPairs(
                                Map.of("AuthenticationType", "BearerToken", "Oauth2ClientId", "practice-client")),
                        "agrees to OtherSignIn; " + GREEN)
                        .followed(),
                day("a type that names OAuth",
                        settings -> settings.withConnectionPairs(
                                Map.of("AuthenticationType", "OAuth2ClientCredentialsGrant")),
                        "SYNC-NOT-BY-TOKEN NOTHING, 0 PUT, 0 start"));
    }

    static Stream<Day> settingsThatComeBackWrittenDifferently() {
        UnaryOperator<PracticeSettings> rewritten = settings -> settings.with(GraphSettings.REWRITES_JSON, true);
        return Stream.of(day("JSON", rewritten, GREEN),
                day("JSON, with replaced pairs", settings -> rewritten.apply(settings).with(SaveMode.REPLACE), GREEN),
                day("JSON, visible later",
                        settings -> rewritten.apply(settings).withVisibleAfter(Duration.ofSeconds(20)), GREEN),
                day("JSON, reads that flap",
                        settings -> rewritten.apply(settings)
                                .withVisibleAfter(Duration.ofSeconds(20))
                                .with(GraphSettings.READS_FLAP, true),
                        GREEN),
                day("keys in another case",
                        settings -> settings.with(GraphSettings.KEYS_SHOWN_AS,
                                Map.of("BaseAddress", "baseaddress", "SecretToken", "secretToken", "SyncAll",
                                        "SYNCALL")),
                        GREEN),
                day("JSON after a lost save",
                        settings -> rewritten.apply(settings)
                                .with(Operation.SAVE, When.first(1), ScriptedAnswer.closed().afterEffect()),
                        "renewed, runs, synced, 2 PUT, 0 start"));
    }

    static Stream<Day> pairsWithoutAValue() {
        UnaryOperator<PracticeSettings> notes = settings -> settings.with(GraphSettings.SHOWN_EMPTY, Set.of("Notes"));
        return Stream.of(day("an unknown one", notes, GREEN),
                day("an unknown one, with replaced pairs", settings -> notes.apply(settings).with(SaveMode.REPLACE),
                        GREEN),
                day("the notification settings",
                        settings -> settings.withConnectionPairs(Map.of("SyncNotificationSettings", ""))
                                .with(GraphSettings.SHOWN_EMPTY, Set.of("SyncNotificationSettings")),
                        GREEN),
                day("another token", settings -> settings.with(GraphSettings.SHOWN_EMPTY, Set.of("Password")), GREEN),
                day("the address",
                        settings -> settings.withConnectionPairs(Map.of("BaseAddress", ""))
                                .with(GraphSettings.SHOWN_EMPTY, Set.of("BaseAddress")),
                        "agrees to Address; " + GREEN)
                        .followed(),
                day("the token itself",
                        settings -> settings.withConnectionPairs(Map.of("SecretToken", ""))
                                .with(GraphSettings.SHOWN_EMPTY, Set.of("SecretToken")),
                        "SYNC-NOT-BY-TOKEN NOTHING, 0 PUT, 0 start"));
    }

    static Stream<Day> tokensThatTakeEffectLater() {
        Stream<Day> refused = Stream.of(
                day("20 s", settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofSeconds(20)),
                        "waits for effect; " + RESTARTED),
                day("60 s", settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofSeconds(60)),
                        "waits for effect; " + RESTARTED),
                day("170 s", settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofSeconds(170)),
                        "waits for effect; " + RESTARTED),
                day("60 s, and 503 meanwhile",
                        settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofSeconds(60))
                                .with(Operation.TEST_SAVED, When.calls(2, 4).afterSave(),
                                        ScriptedAnswer.unavailable()),
                        "waits for effect; " + RESTARTED),
                day("60 s, and reads show it later",
                        settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofSeconds(60))
                                .withVisibleAfter(Duration.ofSeconds(25)),
                        "waits for effect; " + RESTARTED),
                day("ten minutes", settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofMinutes(10)),
                        "waits for effect; SAVED-TOKEN-REJECTED SAVED, 1 PUT, 0 start"),
                day("five minutes", settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofMinutes(5)),
                        "waits for effect; SAVED-TOKEN-REJECTED SAVED: CHECK_AGAIN; waits for effect; " + RESTARTED)
                        .followed())
                .map(it -> it.in(Scenario.EXPIRED_TOKEN));
        return Stream.concat(refused, Stream.of(day("60 s, while the old token works",
                settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofSeconds(60)), GREEN)));
    }

    static Stream<Day> batchesThatFail() {
        Map<String, ScriptedAnswer> faults = Map.of("no answer", ScriptedAnswer.hanging(), "504",
                ScriptedAnswer.bare(504), "502 page", ScriptedAnswer.html(502));
        Stream<Day> whole = faults.entrySet()
                .stream()
                .flatMap(fault -> Stream.of(
                        day(Operation.BATCH, "once", When.first(1), fault.getKey(), fault.getValue(), GREEN),
                        day(Operation.BATCH, "always", When.always(), fault.getKey(), fault.getValue(), GREEN)));
        return Stream.concat(whole, Stream.of(
                day("no batches at all", settings -> settings.withoutBatch(), GREEN),
                day("only small ones", settings -> settings.with(PracticeSettings.APPLE_NAMED_APPS, 60), GREEN)
                        .in(Scenario.BATCH_FAILS),
                day("none, while searching",
                        settings -> settings.withOtherApps(30)
                                .with(Operation.BATCH, When.always(), ScriptedAnswer.bare(504)),
                        "searches all apps; " + GREEN)
                        .in(Scenario.NAMELESS_APP)
                        .followed()));
    }

    static Stream<Day> searchesThatAreNotFinished() {
        return Stream.of(
                day("the role ends for a while", settings -> settings.withOtherApps(12),
                        "searches all apps; searches on; " + GREEN)
                        .in(Scenario.SEARCH_UNFINISHED)
                        .followed(),
                day("the service fails in the middle",
                        settings -> settings.withOtherApps(60)
                                .with(Operation.READ_SECRETS, When.calls(25, 60), ScriptedAnswer.unavailable()),
                        "searches all apps; " + GREEN)
                        .in(Scenario.NAMELESS_APP)
                        .followed(),
                day("the list ends in the middle",
                        settings -> settings.withOtherApps(250)
                                .with(Operation.DIRECTORY, When.calls(8, 10), ScriptedAnswer.unavailable()),
                        "searches all apps; " + GREEN)
                        .in(Scenario.NAMELESS_APP)
                        .followed());
    }

    static Stream<Day> manyAppsWithApplesName() {
        return Stream.of(Scenario.HEALTHY, Scenario.RENAMED_APP, Scenario.EXPIRED_TOKEN)
                .flatMap(scenario -> Stream.of(5, 60, 2_500)
                        .map(number -> day(number + " apps",
                                settings -> settings.with(PracticeSettings.APPLE_NAMED_APPS, number),
                                scenario == Scenario.EXPIRED_TOKEN ? RESTARTED : GREEN)
                                .in(scenario)));
    }

    static Stream<Day> settingsThatMicrosoftCannotParse() {
        UnaryOperator<PracticeSettings> inTests = settings -> settings.with(new Rule(Set.of(Operation.TEST),
                When.always(), NOT_UNDERSTOOD, request -> request.body().contains("BrandNewKey")));
        return Stream.of(day("by a test", inTests, "tested without settings; " + GREEN),
                day("by a test", inTests, "tested without settings; " + RESTARTED).in(Scenario.EXPIRED_TOKEN),
                day("by a test, with replaced pairs", settings -> inTests.apply(settings).with(SaveMode.REPLACE),
                        "tested without settings; " + GREEN),
                day("by a test, and 503 once",
                        settings -> inTests.apply(settings.with(Operation.TEST, When.first(1),
                                ScriptedAnswer.unavailable())),
                        "tested without settings; " + GREEN),
                day("by a save alone", settings -> settings.with(Operation.SAVE, When.always(), NOT_UNDERSTOOD),
                        "SETTING-NOT-UNDERSTOOD NOT_KNOWN, 2 PUT, 0 start"),
                day("by a save, once", settings -> settings.with(Operation.SAVE, When.first(1), NOT_UNDERSTOOD),
                        "renewed, runs, synced, 2 PUT, 0 start"),
                day("by both", settings -> settings.with(GraphSettings.KNOWN_KEYS,
                        Optional.of(Set.of("BaseAddress", "SecretToken"))),
                        "tested without settings; SETTING-NOT-UNDERSTOOD NOT_KNOWN, 2 PUT, 0 start")
                        .followed(),
                day("the address's", settings -> settings.with(GraphSettings.KNOWN_KEYS,
                        Optional.of(Set.of("SecretToken"))), "SETTING-NOT-UNDERSTOOD NOTHING, 0 PUT, 0 start"));
    }

    static Stream<Day> accessTokensThatCannotBeRefreshed() throws Exception {
        int atSave = refreshesUntilTheSave();
        ScriptedAnswer sessionOver = ScriptedAnswer.json(400, """
                {"error":"invalid_grant","error_description":"AADSTS50173: revoked","error_codes":[50173]}""");
        return Stream.of(
                refresh("no answer, once", When.call(atSave), ScriptedAnswer.hanging(), GREEN),
                refresh("503, once", When.call(atSave), ScriptedAnswer.bare(503), GREEN),
                refresh("closed, twice", When.calls(atSave, atSave + 1), ScriptedAnswer.closed(), GREEN),
                refresh("no answer, always", When.calls(atSave, Integer.MAX_VALUE), ScriptedAnswer.hanging(),
                        "NET-TIMED-OUT NOTHING, 0 PUT, 0 start"),
                refresh("closed, always", When.calls(atSave, Integer.MAX_VALUE), ScriptedAnswer.closed(),
                        "NET-UNREACHABLE NOTHING, 0 PUT, 0 start"),
                refresh("the session is over", When.calls(atSave, Integer.MAX_VALUE), sessionOver,
                        "SIGNIN-EXPIRED NOTHING, 0 PUT, 0 start"));
    }

    private static Day refresh(String fault, When when, ScriptedAnswer answer, String end) {
        return day(fault, settings -> shortSession(settings).with(Operation.TOKEN, when, answer), end);
    }

    /** So short that each call to Microsoft Graph needs another access token. */
    private static PracticeSettings shortSession(PracticeSettings settings) {
        return settings.with(SignInSettings.ACCESS_LIFETIME, Duration.ofSeconds(200));
    }

    /** The number of the request for the access token with which a save is sent. */
    private static int refreshesUntilTheSave() throws Exception {
        try (WireRenewal renewal = WireRenewal.in(Scenario.HEALTHY, User.DOES_NOTHING, BadDaysTest::shortSession)) {
            renewal.run();
            List<RequestLog.Entry> untilSave = renewal.practice.world.requests()
                    .stream()
                    .takeWhile(entry -> !entry.method().equals("PUT"))
                    .toList();
            return Math.toIntExact(untilSave.stream().filter(entry -> entry.path().endsWith("/token")).count());
        }
    }

    private static void assertEnds(Day day) throws Exception {
        try (WireRenewal renewal = WireRenewal.in(day.scenario(), day.user(), day.change())) {
            assertEquals(day.end(), renewal.run());
        }
    }

    @ParameterizedTest
    @MethodSource("testsThatFailInPassing")
    void aTestIsRepeatedLikeARead(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("oldTokensThatCannotBeTested")
    void anOldTokenThatCannotBeTestedIsNoObstacle(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("checksThatFailAfterAGoodSave")
    void afterAGoodSaveTroubleOfTheCheckNeverSavesAgain(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("savesThatMicrosoftAsksToWaitWith")
    void aSaveWaitsAsMicrosoftAsksAndIsSentAgainOnlyByTheRules(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("refusalsThatPass")
    void aRefusalIsAskedAboutOnceMoreBeforeItIsBelieved(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("brokenNeighbours")
    void aBrokenNeighbourNeverHidesTheRightApp(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("firstCycles")
    void aRunningFirstCycleIsWatchedAndOneThatNeverBeganIsLeftAlone(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("quarantinesWithoutAnError")
    void aQuarantineWithoutAnErrorIsNotStartedUnasked(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("leftOversOfOAuth")
    void whatIsLeftOverFromOAuthDoesNotHideTheToken(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("settingsThatComeBackWrittenDifferently")
    void whatMeansTheSameIsNoLostSetting(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("pairsWithoutAValue")
    void aPairWithoutAValueIsNeitherSentNorMissed(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("tokensThatTakeEffectLater")
    void aTokenThatTakesEffectLaterIsWaitedFor(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("batchesThatFail")
    void aBatchThatFailsIsSentInSmallerParts(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("searchesThatAreNotFinished")
    void aSearchThatStopsHalfWayGoesOn(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("accessTokensThatCannotBeRefreshed")
    void theAccessTokenIsRefreshedBeforeTheSaveSoThatNothingIsPerhapsSent(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("manyAppsWithApplesName")
    void manyAppsWithApplesNameCostNoCallMore(Day day) throws Exception {
        assertEnds(day);
    }

    @ParameterizedTest
    @MethodSource("settingsThatMicrosoftCannotParse")
    void aSettingThatMicrosoftCannotParseIsLeftOutOfTheTestAlone(Day day) throws Exception {
        assertEnds(day);
    }

    /** A 204 does not prove a save that Microsoft may have dropped; only Apple can show which token is in use. */
    @Test
    void aSaveThatMicrosoftMayHaveDroppedIsNotCalledProvenWhileTheOldTokenWorks() throws Exception {
        assertTrue(mayBeInUse(Scenario.HEALTHY, settings -> settings.withConnectionPairs(WITHOUT_PORTAL_SETTINGS)
                .with(Operation.SAVE, When.always(), ScriptedAnswer.bare(204))));
        assertTrue(mayBeInUse(Scenario.HEALTHY, settings -> settings.withConnectionPairs(Map.of("SyncAll", ""))));
        assertTrue(mayBeInUse(Scenario.OLD_TOKEN_UNTESTED,
                settings -> settings.withConnectionPairs(WITHOUT_PORTAL_SETTINGS)));
        assertFalse(mayBeInUse(Scenario.HEALTHY, settings -> settings));
        assertFalse(mayBeInUse(Scenario.EXPIRED_TOKEN,
                settings -> settings.withConnectionPairs(WITHOUT_PORTAL_SETTINGS)));
    }

    @Test
    void aSaveThatMicrosoftDroppedShowsOnceTheOldTokenIsRefused() throws Exception {
        assertEnds(day("dropped", settings -> settings.with(Operation.SAVE, When.always(), ScriptedAnswer.bare(204)),
                "waits for effect; SAVED-TOKEN-REJECTED SAVED, 1 PUT, 0 start").in(Scenario.EXPIRED_TOKEN));
    }

    private static boolean mayBeInUse(Scenario scenario, UnaryOperator<PracticeSettings> change) throws Exception {
        try (WireRenewal renewal = WireRenewal.in(scenario, User.DOES_NOTHING, change)) {
            renewal.run();
            return renewal.renewed().oldTokenMayBeInUse();
        }
    }

    /** Waits cost no time here, and are as long as Microsoft asks for. */
    @Test
    void aSaveIsNotSentAgainBeforeTheTimeThatMicrosoftAsksFor() throws Exception {
        try (WireRenewal renewal = WireRenewal.in(Scenario.HEALTHY, User.DOES_NOTHING,
                settings -> settings.with(Operation.SAVE, When.first(2),
                        ScriptedAnswer.unavailable().retryAfter(Duration.ofSeconds(70))))) {
            assertEquals("renewed, runs, synced, 3 PUT, 0 start", renewal.run());
            assertTrue(renewal.time.passed().toSeconds() >= 140, renewal.time.passed()::toString);
        }
    }
}
