package app.keyturn.words;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keys that the program composes, which therefore occur nowhere as a whole: their prefix, and every ending.
 *
 * @param beginning occurs in the program's code
 * @param endings of the existing keys
 */
record BuiltKeys(String beginning, Set<String> endings) {
    /**
     * One line each: the prefix, then the endings. An ending with {@code @} stands for the names of an enum's constants
     * (a class below {@code app.keyturn}); {@code +} joins it to what follows.
     */
    private static final String PROGRAM = """
            apple.caption. @guide.Guide$DrawnFrom
            apple.checked.other. @renewal.Portal
            apple.open. @renewal.Portal
            browser. signed-in.title signed-in.sentence not-signed-in.title not-signed-in.sentence
            browser. nothing.title nothing.sentence
            byhand.step. 1 2 3 4 5 6
            byhand.sync.step. 1 2 3 4
            done.after.clipboard. @desktop.Desktop$Kind
            done.last.new. @renewal.Expiry$Source
            done.sync. waiting waiting.hint seen seen-either failed not-running not-known unwatched unwatched.hint
            done.until. @renewal.Expiry$Source
            elsewhere. @pages.elsewhere.IdentitySource+.heading @pages.elsewhere.IdentitySource+.lead
            elsewhere. @pages.elsewhere.IdentitySource+.tell.1 @pages.elsewhere.IdentitySource+.tell.2
            elsewhere. @pages.elsewhere.IdentitySource+.instead.1 @pages.elsewhere.IdentitySource+.instead.2
            expiry. @renewal.Expiry$Source
            frame.rail. done now to-come
            frame.request. @renewal.ProblemCode$Request
            frame.step. start apple sign-in token save done
            guide.picture. site preferences directory-sync managed-accounts data-source generate-token client-secret
            guide.picture. copy settings landmarks new-token copy-button two-tokens
            keep.fault. @records.WriteFault
            problem.label. what do who
            receipt.label. portal organisation tenantId app objectId addressBefore user local utc test save
            receipt.label. changed unchanged syncBefore resume syncAfter expiry expirySource oldToken
            receipt.label. requestTest requestSave requestCheck audit
            receipt.oldToken @.records.RenewalRecord$OldTokenStatus
            receipt.portal @.renewal.Portal
            receipt.quarantine @.renewal.SyncJob$QuarantineReason
            receipt.resume. @records.RenewalRecord$Restart$Outcome
            receipt.save.answered .undated
            receipt.save.seenToChange .undated
            receipt.schedule .PAUSED .DISABLED
            receipt.source @.renewal.Expiry$Source
            receipt.status @.renewal.SyncJob$Status
            reminder.expiry @.renewal.Expiry$Source
            reminder.summary. @records.Reminder$Offset
            save.spoken. @renewal.StepState
            save.state. @renewal.StepState
            save.status. @renewal.Step+.RUNNING @renewal.Step+.DONE
            save.step. @renewal.Step
            scenario. healthy wrong-token expired-token no-permission role-switched-on session-ended name-hidden
            scenario. no-app renamed-app nameless-app several-apps other-portal no-address address-with-flags
            scenario. no-job oidc oauth several-jobs paused switched-off never-ran unknown-status quarantine-deletes
            scenario. quarantine-failures quarantine-by-microsoft quarantine-intake quarantine-other
            scenario. quarantine-unknown quarantine-without-error errors-to-clean-up first-cycle-running never-started
            scenario. role-later approval-needed partner-account device-refused many-apps neighbour-unreadable
            scenario. search-unfinished service-unwell refused-at-first batch-fails old-token-untested check-unwell
            scenario. stale-token leftover-oauth empty-setting setting-rewritten setting-not-understood
            scenario.group. usual sign-in app address unwell settings nothing still held more
            settings. client-id client-id.prompt client-id.hint organisation organisation.prompt organisation.hint
            settings. cloud cloud.hint proxy proxy.hint language language.hint appearance appearance.hint
            settings. text-size text-size.hint newer-version newer-version.hint newer-version.ask newer-version.off
            settings. cloud.global cloud.us-gov-gcc-high cloud.us-gov-dod cloud.china proxy.system proxy.none
            settings. language.system
            settings.appearance. system light dark
            settings.bad. @settings.SettingsIssue$Reason
            settings.file. @settings.SettingsIssue$Fault
            settings.proxy-variable. @settings.SettingsIssue$ProxyFault
            signin.choose.why. @pages.signin.FoundApps$Reason
            signin.heading .lead .IN_BROWSER .READING .STOPPED .CHOOSING .KNOWN .IN_BROWSER.lead .READING.lead
            signin.heading .STOPPED.lead .CHOOSING.lead .KNOWN.lead .CHOOSING.one.lead
            signin.reading .status
            signin.set. client-id organisation
            signin.site. @renewal.Portal
            signin.trying .status
            signin.unread.reading .status
            start.advice. @pages.start.StartModel$Advice
            start.book. @records.ExpiryBook$FileIssue
            start.expires. tomorrow today yesterday
            start.known. @renewal.Portal
            start.known.near. PAST SOON
            start.network.also. SIGN_IN GRAPH
            start.network.found. BOTH SIGN_IN GRAPH
            start.roles. @renewal.Portal
            sync. NOT_RUN NOT_CONFIGURED FIRST_CYCLE PAUSED_FOR_ERRORS UNKNOWN
            sync.QUARANTINE. @renewal.SyncJob$QuarantineReason
            sync.means. NOTHING START ASK TOO_MANY_DELETES MANY_FAILURES BY_MICROSOFT INTAKE_INTERRUPTED OTHER UNKNOWN
            sync.means. NEVER_RAN STATE_UNKNOWN
            title. waiting seen saved
            token.doubt. @renewal.TokenCheck$Doubt
            token.known. REVOKED RUN_OUT
            token.lead. @renewal.Portal
            token.refused. @renewal.TokenCheck$RefusalReason
            token.removed. @renewal.TokenCheck$CopyArtifact
            """;

    private static final String PRACTICE = """
            sign-in. administrator user-without-role
            """;

    private static final Pattern ENUM = Pattern.compile("@(\\.?)([\\w.$]+)(?:\\+(\\S+))?");
    private static final Pattern BLANK = Pattern.compile(" ");

    /** Those of the program. */
    static List<BuiltKeys> ofTheProgram() {
        return read(PROGRAM);
    }

    /** Those of the practice world's pages. */
    static List<BuiltKeys> ofThePractice() {
        return read(PRACTICE);
    }

    /** The complete keys. */
    Stream<String> keys() {
        return endings.stream().map(beginning::concat);
    }

    private static List<BuiltKeys> read(String table) {
        return table.lines().map(BuiltKeys::line).toList();
    }

    private static BuiltKeys line(String line) {
        List<String> parts = BLANK.splitAsStream(line).toList();
        Set<String> endings = new TreeSet<>();
        parts.stream().skip(1).flatMap(BuiltKeys::endings).forEach(endings::add);
        return new BuiltKeys(parts.getFirst(), endings);
    }

    private static Stream<String> endings(String written) {
        var of = ENUM.matcher(written);
        return of.matches()
                ? constants(of.group(2)).map(name -> of.group(1) + name + (of.group(3) == null ? "" : of.group(3)))
                : Stream.of(written);
    }

    private static Stream<String> constants(String type) {
        try {
            return Arrays.stream(Class.forName("app.keyturn." + type).getEnumConstants())
                    .map(it -> ((Enum<?>) it).name());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("The table names an enum that is no more", e);
        }
    }
}
