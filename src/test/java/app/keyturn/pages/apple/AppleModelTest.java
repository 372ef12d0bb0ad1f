package app.keyturn.pages.apple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.records.KnownTokens;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.TokenParser;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.ui.Tone;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import app.keyturn.wizard.Wizard;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppleModelTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String DOUBTFUL = "0f4e8a52-52c1-4d1c-9a3b-6c1f0b6c7d11";

    private final RenewalState renewalState = new RenewalState();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private String letter = "Please help";
    private final AppleModel model = new AppleModel(renewalState, new TokenParser(Clock.systemUTC(), false),
            new KnownTokens(Optional.empty(), Clock.systemUTC()), desktop,
            new Wizard(renewalState, () -> {}), messages, new SyncText(messages, Clock.systemUTC()), () -> letter);

    @Test
    void theSiteBelongsToThePortal() {
        renewalState.portal().set(Portal.BUSINESS);
        assertEquals(Portal.BUSINESS, model.portal().get());
    }

    @Test
    void aTokenOnTheClipboardIsKept() {
        desktop.clipboard = TOKEN + "\n";
        model.keepToken();
        assertEquals(TOKEN + "\n", renewalState.pasted().get());
        assertEquals("Kept. You can go on.", model.notice().text().get());
    }

    @Test
    void oneButtonAtATimeIsPrimary() {
        assertEquals(AppleModel.NextPress.OPEN, model.nextPress().get());
        model.openPortal();
        assertEquals(AppleModel.NextPress.KEEP, model.nextPress().get());
        assertFalse(model.mainButtonPrimary().get());
        desktop.clipboard = TOKEN;
        model.keepToken();
        assertEquals(AppleModel.NextPress.CONTINUE, model.nextPress().get());
        assertTrue(model.mainButtonPrimary().get());
    }

    @Test
    void anotherPortalIsToBeOpenedFirst() {
        model.openPortal();
        renewalState.portal().set(Portal.BUSINESS);
        assertEquals(AppleModel.NextPress.OPEN, model.nextPress().get());
    }

    @Test
    void aTextThatIsNoTokenIsReportedAndNotKept() {
        desktop.clipboard = "https://federation.apple.com/feeds/school/scim";
        model.keepToken();
        assertEquals("", renewalState.pasted().get());
        assertEquals(Tone.DOUBT, model.notice().tone().get());
        assertFalse(model.notice().text().get().isEmpty());
    }

    @Test
    void aRefusedTextDoesNotReplaceAKeptToken() {
        desktop.clipboard = TOKEN;
        model.keepToken();
        desktop.clipboard = "it@maple.example";
        model.keepToken();
        assertEquals(TOKEN, renewalState.pasted().get());
    }

    @Test
    void forgettingTheTokenClearsTheMessageAboutIt() {
        desktop.clipboard = TOKEN;
        model.keepToken();
        renewalState.forgetToken();
        assertEquals("", model.notice().text().get());
    }

    @Test
    void theClipboardIsReadOnlyOnRequest() {
        desktop.clipboard = TOKEN;
        model.onShown();
        assertEquals("", renewalState.pasted().get());
    }

    @Test
    void withoutABrowserTheAddressIsShown() {
        desktop.browser = false;
        model.openPortal();
        assertEquals(List.of(URI.create("https://school.apple.com")), desktop.opened);
        assertTrue(model.notice().text().get().contains("school.apple.com"));
    }

    @Test
    void theUserCanAlwaysGoOn() {
        assertTrue(model.ready().get());
    }

    @Test
    void aDoubtfulTextDoesNotReplaceATokenWithoutAQuestion() {
        desktop.clipboard = TOKEN;
        model.keepToken();
        desktop.clipboard = DOUBTFUL;
        model.keepToken();
        assertEquals(TOKEN, renewalState.pasted().get());
        assertTrue(model.replaceQuestion().get());
        assertEquals(Tone.DOUBT, model.notice().tone().get());
        model.keepInstead();
        assertEquals(DOUBTFUL, renewalState.pasted().get());
        assertFalse(model.replaceQuestion().get());
    }

    @Test
    void aDoubtfulTextIsKeptWithItsDoubtIfThereIsNoToken() {
        desktop.clipboard = DOUBTFUL;
        model.keepToken();
        assertEquals(DOUBTFUL, renewalState.pasted().get());
        assertFalse(model.replaceQuestion().get());
        assertEquals(messages.text("apple.kept.doubt", messages.text("token.doubt.UUID")), model.notice().text().get());
    }

    @Test
    void theQuestionDisappearsWithTheToken() {
        desktop.clipboard = TOKEN;
        model.keepToken();
        desktop.clipboard = DOUBTFUL;
        model.keepToken();
        renewalState.forgetToken();
        assertFalse(model.replaceQuestion().get());
        assertEquals("", model.notice().text().get());
    }

    @Test
    void thereIsNoSummaryBeforeMicrosoftsSideWasChecked() {
        renewalState.portal().set(Portal.SCHOOL);
        assertEquals(Optional.empty(), model.entraSummary().get());
    }

    @Test
    void afterTheCheckTheSummaryShowsAddressAndOrganisation() {
        renewalState.portal().set(Portal.SCHOOL);
        found("https://federation.apple.com/feeds/school/scim?aadOptscim062020");
        EntraSummary checked = model.entraSummary().get().orElseThrow();
        assertEquals("Maple School", checked.organisation());
        assertEquals("Accounts to Apple", checked.app());
        assertEquals("https://federation.apple.com/feeds/school/scim", checked.address());
        assertEquals("Sync is on.", checked.syncState());
        assertTrue(checked.fits());
    }

    @Test
    void theOtherPortalsAddressIsReportedUntilThatPortalIsChosen() {
        renewalState.portal().set(Portal.SCHOOL);
        found("https://federation.apple.com/feeds/business/scim");
        EntraSummary checked = model.entraSummary().get().orElseThrow();
        assertFalse(checked.fits());
        assertTrue(checked.address().contains("Apple Business"));
        renewalState.portal().set(Portal.BUSINESS);
        assertTrue(model.entraSummary().get().orElseThrow().fits());
        assertEquals(Portal.BUSINESS, model.portal().get());
    }

    @Test
    void aMissingAddressIsReported() {
        renewalState.portal().set(Portal.SCHOOL);
        found("");
        assertFalse(model.entraSummary().get().orElseThrow().fits());
        assertEquals(messages.text("apple.checked.none"), model.entraSummary().get().orElseThrow().address());
    }

    @Test
    void theRequestToAColleagueIsCopiedAndFollowsWhatIsFound() {
        assertEquals("Please help", model.request().get());
        model.copyRequest();
        assertEquals("Please help", desktop.clipboard);
        assertFalse(model.copied().get().isEmpty());
        letter = "Please help Maple School";
        found("");
        assertEquals("Please help Maple School", model.request().get());
        assertEquals("", model.copied().get(), "what is on the clipboard is not this request any more");
    }

    private void found(String address) {
        SyncJob job = new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(),
                Optional.empty(), Optional.empty());
        ProvisioningApp app = new ProvisioningApp("aaaa", "Accounts to Apple",
                new Connection(List.of(new ConnectionPair(ConnectionPair.BASE_ADDRESS, address))), List.of(job));
        renewalState.signedIn().set(new SignedIn(new Account("it@maple.example", "1111"), "Maple School"));
        renewalState.target().set(new Target(app, job, Optional.empty()));
    }
}
