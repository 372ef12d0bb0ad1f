package app.keyturn.pages.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Quarantine;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.SyncRestart;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncTextTest {
    private static final Instant SINCE = Instant.parse("2026-10-01T08:00:00Z");

    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final SyncText text = at("2026-10-10T08:00:00Z");

    /** Every combination of status, schedule and quarantine reason, and each without a quarantine. */
    static List<SyncJob> jobs() {
        return Arrays.stream(Status.values())
                .flatMap(status -> Arrays.stream(Schedule.values())
                        .flatMap(schedule -> reasons().map(reason -> job(status, schedule, reason))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void everyStateHasATextAndAMeaning(SyncJob job) {
        for (String text : List.of(text.state(job), text.meaning(job, false), text.meaning(job, true),
                text.lastSuccess(job))) {
            assertTrue(text.endsWith("."), text);
            assertFalse(text.contains("{"), text);
        }
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void aStartIsPromisedOnlyIfTheRuleAllowsIt(SyncJob job) {
        for (boolean refused : List.of(true, false)) {
            for (SyncRestart.Need need : List.of(SyncRestart.Need.START, SyncRestart.Need.ASK,
                    SyncRestart.Need.NOTHING)) {
                assertEquals(SyncRestart.need(job, refused) == need,
                        text.meaning(job, refused).equals(messages.text("sync.means." + need)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void onlyARunningJobIsCalledOn(SyncJob job) {
        boolean on = text.state(job).startsWith(messages.text("sync.ACTIVE"));
        assertEquals(job.status() == Status.FIRST_CYCLE || (job.status() == Status.ACTIVE && job.enabled()), on);
    }

    @ParameterizedTest
    @EnumSource(QuarantineReason.class)
    void eachQuarantineSaysWhetherRenewingHelps(QuarantineReason reason) {
        SyncJob job = job(Status.QUARANTINE, Schedule.ACTIVE, Optional.of(reason));
        assertTrue(text.state(job).startsWith(messages.text("sync.QUARANTINE." + reason)));
        assertTrue(text.state(job).contains("October 1, 2026"));
        String meaning = switch (reason) {
            case BAD_CREDENTIALS -> "START";
            case UNNAMED_FAILURE, NOT_GIVEN -> "UNKNOWN";
            case TOO_MANY_DELETES, MANY_FAILURES, BY_MICROSOFT, INTAKE_INTERRUPTED, OTHER, UNKNOWN -> reason.name();
        };
        assertEquals(messages.text("sync.means." + meaning), text.meaning(job, false));
        boolean byToken = reason == QuarantineReason.BAD_CREDENTIALS || reason == QuarantineReason.UNNAMED_FAILURE;
        assertEquals(messages.text("sync.means." + (byToken ? "START" : meaning)), text.meaning(job, true));
    }

    @Test
    void aJobSwitchedOffAfterFourWeeksKeepsItsQuarantineReason() {
        for (Status status : List.of(Status.QUARANTINE, Status.PAUSED, Status.ACTIVE)) {
            String off = at("2026-10-29T08:00:00Z")
                    .state(job(status, Schedule.DISABLED, Optional.of(QuarantineReason.BAD_CREDENTIALS)));
            assertTrue(off.startsWith(messages.text("sync.QUARANTINE.BAD_CREDENTIALS")), off);
            assertTrue(off.endsWith(messages.text("sync.QUARANTINE.disabled")), off);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-10T08:00:00Z", "2026-10-29T07:59:59Z"})
    void microsoftIsNotSaidToHaveSwitchedOffWhatAPersonMustHave(String now) {
        String off = at(now).state(
                job(Status.PAUSED, Schedule.DISABLED, Optional.of(QuarantineReason.BAD_CREDENTIALS)));
        assertTrue(off.endsWith(messages.text("sync.QUARANTINE.off")), off);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-29T08:00:00Z", "2026-10-30T08:00:00Z", "2028-01-01T00:00:00Z"})
    void aDateThatHasPassedIsNotSaidToCome(String now) {
        String held = at(now).state(
                job(Status.QUARANTINE, Schedule.ACTIVE, Optional.of(QuarantineReason.MANY_FAILURES)));
        assertTrue(held.endsWith(messages.text("sync.QUARANTINE.overdue")), held);
        assertFalse(held.contains("October 29"), held);
    }

    @ParameterizedTest
    @EnumSource(QuarantineReason.class)
    void aQuarantineSaysWhenMicrosoftSwitchesTheJobOff(QuarantineReason reason) {
        String held = text.state(job(Status.QUARANTINE, Schedule.ACTIVE, Optional.of(reason)));
        assertTrue(held.endsWith("If nothing changes, Microsoft switches it off on October 29, 2026."), held);
    }

    @Test
    void thatDateIsInTheUsersTimeZone() {
        SyncText there = new SyncText(messages, Clock.fixed(SINCE, ZoneId.of("Pacific/Auckland")));
        SyncJob job = new SyncJob("1", Status.QUARANTINE, Schedule.ACTIVE,
                Optional.of(new Quarantine(QuarantineReason.MANY_FAILURES,
                        Optional.of(Instant.parse("2026-10-01T20:00:00Z")))),
                Optional.empty(), Optional.empty());
        assertTrue(there.state(job).endsWith(messages.text("sync.QUARANTINE.until", "October 30, 2026")));
    }

    @ParameterizedTest
    @EnumSource(value = Schedule.class, names = {"DISABLED", "PAUSED"})
    void aJobThatIsOffHasNoDateForSwitchingOff(Schedule schedule) {
        String off = text.state(job(Status.QUARANTINE, schedule, Optional.of(QuarantineReason.BAD_CREDENTIALS)));
        assertFalse(off.contains("October 29, 2026"), off);
    }

    @Test
    void anUnknownBeginningIsLeftOut() {
        SyncJob job = new SyncJob("1", Status.QUARANTINE, Schedule.ACTIVE,
                Optional.of(new Quarantine(QuarantineReason.BAD_CREDENTIALS, Optional.empty())), Optional.empty(),
                Optional.empty());
        assertEquals(messages.text("sync.QUARANTINE.BAD_CREDENTIALS"), text.state(job));
    }

    @Test
    void pausedAndSwitchedOffHaveDifferentTexts() {
        assertEquals(messages.text("sync.PAUSED"), text.state(job(Status.PAUSED, Schedule.PAUSED, Optional.empty())));
        assertEquals(messages.text("sync.DISABLED"),
                text.state(job(Status.ACTIVE, Schedule.DISABLED, Optional.empty())));
        assertNotEquals(messages.text("sync.PAUSED"), messages.text("sync.DISABLED"));
    }

    @Test
    void anActiveJobSaysWhenItLastSucceeded() {
        SyncJob job = new SyncJob("1", Status.ACTIVE, Schedule.ACTIVE, Optional.empty(), Optional.empty(),
                Optional.of(SINCE));
        assertEquals(messages.text("sync.ACTIVE.last", "October 1, 2026"), text.state(job));
        assertEquals(messages.text("sync.last", "October 1, 2026"), text.lastSuccess(job));
    }

    private SyncText at(String now) {
        return new SyncText(messages, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static SyncJob job(Status status, Schedule schedule, Optional<QuarantineReason> reason) {
        return new SyncJob("1", status, schedule, reason.map(why -> new Quarantine(why, Optional.of(SINCE))),
                Optional.empty(), Optional.empty());
    }

    private static Stream<Optional<QuarantineReason>> reasons() {
        return Stream.concat(Stream.of(Optional.<QuarantineReason>empty()),
                Arrays.stream(QuarantineReason.values()).map(Optional::of));
    }
}
