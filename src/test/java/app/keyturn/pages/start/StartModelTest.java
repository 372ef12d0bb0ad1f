package app.keyturn.pages.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.SaveNote;
import app.keyturn.records.SaveNotes;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.SyncJob;
import app.keyturn.testkit.ExpiryEntries;
import app.keyturn.testkit.FakeSessionSwitch;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Target;
import app.keyturn.wizard.Wizard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path folder;
    private final RenewalState renewalState = new RenewalState();
    private final FakeSessionSwitch worlds = new FakeSessionSwitch(false);
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final List<String> signedInTo = new ArrayList<>();
    private final StartModel model = new StartModel(renewalState, new Wizard(renewalState, () -> {}), worlds,
            messages, nobody(), nothingCutOff(), network(), newer(), (tenant, _) -> signedInTo.add(tenant));

    @Test
    void beginWaitsForAPortal() {
        assertEquals("Begin", model.nextLabel().get());
        assertFalse(model.ready().get());
        renewalState.portal().set(Portal.BUSINESS);
        assertTrue(model.ready().get());
    }

    @Test
    void theAppleRolesFollowThePortal() {
        renewalState.portal().set(Portal.SCHOOL);
        assertTrue(model.appleRoles().get().contains("Site Manager"));
        renewalState.portal().set(Portal.BUSINESS);
        assertTrue(model.appleRoles().get().contains("Organization Administrator"));
    }

    @Test
    void checkingFirstWithoutAPortalAsksForOne() {
        model.checkFirst();
        assertFalse(model.proposal().get().isEmpty());
        assertFalse(renewalState.checkFirst().get());
        renewalState.portal().set(Portal.SCHOOL);
        assertEquals("", model.proposal().get());
    }

    @Test
    void beginningAfterwardsUsesTheUsualOrderAgain() {
        renewalState.portal().set(Portal.SCHOOL);
        model.checkFirst();
        model.onNext();
        assertTrue(renewalState.checkFirst().get());
        model.onNext();
        assertFalse(renewalState.checkFirst().get());
    }

    @Test
    void practiceNeedsNoPortal() {
        model.practise();
        model.scenario().set("wrong-token");
        renewalState.portal().set(Portal.BUSINESS);
        model.practise();
        assertEquals(List.of("SCHOOL healthy", "BUSINESS wrong-token"), worlds.asked);
    }

    @Test
    void everyScenarioHasAName() {
        model.scenarios().forEach(id -> assertFalse(Messages.in(Locale.ENGLISH).text("scenario." + id).isBlank()));
    }

    @Test
    void withoutAnEarlierRenewalCheckingFirstIsRecommended() {
        assertEquals(StartModel.Advice.CHECK_FIRST, model.advice().get());
    }

    @Test
    void afterAnEarlierRenewalBeginningIsRecommended() throws IOException {
        assertEquals(StartModel.Advice.BEGIN, knowing(entry("Maple School", 23)).advice().get());
    }

    @Test
    void afterTheCheckBeginningIsRecommended() throws IOException {
        renewalState.target().set(target());
        assertEquals(StartModel.Advice.CHECKED, model.advice().get());
        renewalState.target().set(null);
        assertEquals(StartModel.Advice.CHECK_FIRST, model.advice().get());
    }

    @Test
    void returningToThePageShowsTheUsualOrder() {
        renewalState.portal().set(Portal.SCHOOL);
        model.checkFirst();
        model.onNext();
        model.onShown();
        assertFalse(renewalState.checkFirst().get());
    }

    @Test
    void aKnownOrganisationSetsItsPortalAndSignIn() throws IOException {
        knowing().renew(entry("Maple School", 23));
        assertEquals(Portal.BUSINESS, renewalState.portal().get());
        assertEquals(List.of("Maple School"), signedInTo);
    }

    @Test
    void anInterruptedSaveContinuesWithItsPortalAndSignIn() throws IOException {
        knowing().finish(note());
        assertEquals(Portal.SCHOOL, renewalState.portal().get());
        assertEquals(List.of("3333"), signedInTo);
    }

    @Test
    void aFailureToDismissIsReported() throws IOException {
        SaveNotes notes = SaveNotes.in(folder);
        Files.createDirectories(folder.resolve("unfinished-save.json").resolve("in-the-way"));
        Files.createDirectories(folder.resolve("unfinished-save-not-readable.json").resolve("in-the-way"));
        Wizard wizard = new Wizard(renewalState, () -> {});
        UnfinishedSaves unreadable = new UnfinishedSaves(Optional.of(notes), CLOCK, messages);
        new StartModel(renewalState, wizard, worlds, messages, nobody(), unreadable, network(), newer(),
                (tenant, _) -> signedInTo.add(tenant)).dismiss();
        assertNull(unreadable.visible().get());
        assertEquals(messages.text("start.unfinished.stays"), wizard.status().get());
    }

    @Test
    void anInterruptedSaveIsShownWithItsDateInTheUsersTimeZone() throws IOException {
        SaveNotes notes = SaveNotes.in(folder);
        notes.write(note());
        Clock farEast = CLOCK.withZone(ZoneId.of("Pacific/Auckland"));
        UnfinishedSaves found = new UnfinishedSaves(Optional.of(notes), farEast, messages);
        assertTrue(found.text().contains("on November 23, 2026, for Oak School."), found::text);
        assertNotNull(found.visible().get());
        assertTrue(found.dismiss());
        assertNull(found.visible().get());
        assertEquals(List.of(), notes.interrupted());
    }

    @Test
    void theExpiryIsDescribedInWords() {
        assertEquals("expires in 23 days", validUntil(23));
        assertEquals("expires tomorrow", validUntil(1));
        assertEquals("expires today", validUntil(0));
        assertEquals("expired yesterday", validUntil(-1));
        assertEquals("expired 4 days ago", validUntil(-4));
        assertEquals("expires on November 22, 2027", validUntil(365));
    }

    @Test
    void aGuessedExpiryIsCalledAGuess() throws IOException {
        ExpiryEntry guessed = entry("Maple School", new Expiry(TODAY.plusDays(23), Expiry.Source.GUESS));
        assertEquals("expires in 23 days (our guess)", known(guessed).validUntil(guessed, messages));
        assertEquals("Maple School, Apple Business", known(guessed).name(guessed, messages));
    }

    @Test
    void everyScenarioIsInAGroup() {
        assertEquals(
                List.of(new ScenarioGroups.Group("usual", List.of("healthy")),
                        new ScenarioGroups.Group("sign-in", List.of("no-permission")),
                        new ScenarioGroups.Group("still", List.of("paused", "never-ran")),
                        new ScenarioGroups.Group("more", List.of("new-one"))),
                ScenarioGroups.groups(List.of("new-one", "never-ran", "no-permission", "healthy", "paused")));
    }

    private String validUntil(int days) {
        ExpiryEntry entry = entry("Maple School", days);
        return nobody().validUntil(entry, messages);
    }

    private StartModel knowing(ExpiryEntry... entries) throws IOException {
        return new StartModel(renewalState, new Wizard(renewalState, () -> {}), worlds, messages, known(entries),
                nothingCutOff(),
                network(), newer(),
                (tenant, _) -> signedInTo.add(tenant));
    }

    private static SaveNote note() {
        return new SaveNote(Portal.SCHOOL, "Oak School", "3333", "Accounts to Apple", "aaaa",
                Instant.parse("2026-11-22T13:00:00Z"), Step.SAVE);
    }

    private static UnfinishedSaves nothingCutOff() {
        return new UnfinishedSaves(Optional.empty(), CLOCK, Messages.in(Locale.ENGLISH));
    }

    /** Without a check. */
    private NetworkModel network() {
        return new NetworkModel(Optional.empty(), new FakeTasks(), renewalState.proxy(), messages);
    }

    /** Without a check. */
    private NewerVersionModel newer() {
        return new NewerVersionModel(Optional.empty(), () -> true, new FakeTasks(), new RecordingDesktop(),
                new Wizard(renewalState, () -> {}).frameFor("start"), messages);
    }

    private static KnownOrganisations nobody() {
        return new KnownOrganisations(Optional.empty(), CLOCK);
    }

    private KnownOrganisations known(ExpiryEntry... entries) throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        for (ExpiryEntry entry : entries) {
            book.restore(entry);
        }
        return new KnownOrganisations(Optional.of(book), CLOCK);
    }

    private static ExpiryEntry entry(String name, int days) {
        return entry(name, Expiry.confirmed(TODAY.plusDays(days)));
    }

    private static ExpiryEntry entry(String name, Expiry expiry) {
        return ExpiryEntries.of(Portal.BUSINESS, name, name, expiry);
    }

    private static Target target() throws IOException {
        SyncJob job = new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(),
                Optional.empty(), Optional.empty());
        return new Target(new ProvisioningApp("aaaa", "Apple", new Connection(List.of()), List.of(job)), job,
                Optional.empty());
    }
}
