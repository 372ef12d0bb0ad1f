package app.keyturn.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.RenewalRecord;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import app.keyturn.renewal.SyncProof;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.wizard.CompletedRenewal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sequences of renewals in one window: what is true of one is never shown, asked, recorded or proven with another. */
class OneRenewalEndsBeforeTheNextBeginsTest {
    private static final String MAPLE = "1111";
    private static final String OAK = "2222";
    private static final Account ANNA = new Account("anna@maple.example", MAPLE);
    private static final Account BERT = new Account("bert@maple.example", MAPLE);
    private static final Account OTTO = new Account("otto@oak.example", OAK);
    private static final String FIRST = "eyFirstTokenOfTheYear0123456789abcdefghijklmnopqrstuvw";
    private static final String SECOND = "eySecondTokenOfTheYear0123456789abcdefghijklmnopqrstuv";

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;
    @SuppressWarnings("NullAway.Init") private WindowModels window;
    @SuppressWarnings("NullAway.Init") private FakeProvisioning first;

    /** The second renewal: what it is about, and the way to it from the green page of the first. */
    enum Next {
        ANOTHER_ORGANISATION(OTTO, "b1", Portal.SCHOOL) {
            @Override
            void way(WindowModels window) {
                window.expireAndGoToSignIn();
                window.signInAs(OTTO, "b1");
                window.wizard.next();
            }
        },
        ANOTHER_ORGANISATION_BY_SWITCHING_THE_ACCOUNT(OTTO, "b1", Portal.SCHOOL) {
            @Override
            void way(WindowModels window) {
                window.expireAndGoToSignIn();
                window.microsoft.next = BERT;
                window.tasks.held = true;// the way back to the green page is taken only once all is read
                window.signIn.perform(Action.SIGN_IN_AGAIN);
                window.tasks.held = false;
                window.signInAs(OTTO, "b1");
                window.wizard.next();
            }
        },
        ANOTHER_APP(BERT, "a2", Portal.SCHOOL) {
            @Override
            void way(WindowModels window) {
                window.microsoft.add(MAPLE, "a3", Portal.SCHOOL); // so that there is a choice
                window.expireAndGoToSignIn();
                window.signInAs(BERT, "a2");
                if (!window.page().equals("sign-in")) {
                    throw new AssertionError("another app is reviewed first");
                }
                window.wizard.next();
            }
        },
        THE_OTHER_PORTAL(ANNA, "a1", Portal.BUSINESS) {
            @Override
            void way(WindowModels window) {
                window.expireAndGoToSignIn();
                window.backTo("start");
                window.state.portal().set(Portal.BUSINESS);
                window.wizard.next();
                window.wizard.next();
                window.signInAs(ANNA, "a1");
                window.wizard.next();
            }
        },
        ANOTHER_TOKEN_KEPT_AT_APPLE(ANNA, "a1", Portal.SCHOOL) {
            @Override
            void way(WindowModels window) {
                window.expireAndGoToSignIn();
                window.backTo("apple");
                window.desktop.clipboard = SECOND;
                window.apple.keepToken();
                window.wizard.next();
                window.signInAs(ANNA, "a1");
                window.wizard.next();
            }
        },
        ANOTHER_TOKEN_AFTER_BEGINNING_AGAIN(BERT, "a1", Portal.SCHOOL) {
            @Override
            void way(WindowModels window) {
                window.expireAndGoToSignIn();
                window.backTo("start");
                window.wizard.next();
                window.wizard.next();
                window.signInAs(BERT, "a1");
                window.wizard.next();
            }
        },
        A_KNOWN_ORGANISATION(ANNA, "a1", Portal.SCHOOL) {
            @Override
            void way(WindowModels window) {
                window.expireAndGoToSignIn();
                window.backTo("start");
                window.start.renew(window.book.entries().getFirst());
                window.wizard.next();
                window.signInAs(ANNA, "a1");
                window.wizard.next();
            }
        },
        CHECKING_FIRST(OTTO, "b1", Portal.SCHOOL) {
            @Override
            void way(WindowModels window) {
                window.expireAndGoToSignIn();
                window.backTo("start");
                window.start.checkFirst();
                window.signInAs(OTTO, "b1");
                window.wizard.next();
                window.wizard.next();
            }
        },
        THE_SAME_ORGANISATION_AFTER_A_MISTAKEN_SIGN_IN(BERT, "a1", Portal.SCHOOL) {
            @Override
            void way(
                    WindowModels window) {
                window.expireAndGoToSignIn();
                window.signInAs(OTTO, "b1");
                window.signInAs(BERT, "a1");
                if (!window.page().equals("sign-in")) {
                    throw new AssertionError("there is no green page to return to any more");
                }
                window.wizard.next();
            }
        };

        private final String userName;
        private final String tenantId;
        private final String appId;
        private final Portal portal;

        Next(Account account, String appId, Portal portal) {
            userName = account.userName();
            tenantId = account.tenantId();
            this.appId = appId;
            this.portal = portal;
        }

        Account account() {
            return new Account(userName, tenantId);
        }

        abstract void way(WindowModels window);
    }

    @BeforeEach
    void theFirstRenewalIsGreen() {
        window = new WindowModels(folder);
        first = window.microsoft.add(MAPLE, "a1", Portal.BUSINESS);
        window.microsoft.add(MAPLE, "a2", Portal.BUSINESS);
        window.microsoft.add(OAK, "b1", Portal.BUSINESS);
        window.microsoft.create(FIRST, Portal.SCHOOL);
        window.renew(Portal.SCHOOL, ANNA, "a1", FIRST);
        assertEquals("done", window.page());
        assertEquals(1, window.agreed);
        window.done.appleShowsActive().set(true);
        window.done.revoked().set(true);
        window.desktop.browser = false;
        window.done.signOutInBrowser();
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAGreenRenewalIsLeftForTheNext(Next next) {
        ExpiryEntry entry = entry(MAPLE, "a1");
        window.microsoft.create(SECOND, next.portal);
        next.way(window);

        assertEquals("token", window.page());
        assertNull(window.state.result().get());
        assertEquals(Optional.empty(), window.summary.record());
        assertFalse(window.done.revoked().get());
        assertFalse(window.done.appleShowsActive().get());
        assertFalse(window.done.mayRevoke().get());
        assertEquals("", window.done.browserMessage().get());
        assertEquals("", window.done.whatChanged());
        assertNull(window.sync.job().get());
        assertNull(window.sync.restartResult().get());
        assertNull(window.sync.watchProblem().get());
        assertFalse(window.sync.watching().get());
        assertInstanceOf(SyncProof.NotYet.class, window.sync.proof().get());
        assertFalse(window.save.triedBefore().get());
        assertFalse(window.save.ready().get());
        assertNull(window.save.question().get());
        for (Step step : Step.values()) {
            assertEquals(StepState.WAITING, window.save.step(step).get());
        }
        assertEquals(ChangeState.NOTHING, window.state.changed());
        assertNull(window.wizard.problem().get());
        assertEquals(entry, entry(MAPLE, "a1"), "the first renewal stays as it was");
    }

    @ParameterizedTest
    @EnumSource
    void theNextRenewalAsksProvesAndRecordsForItself(Next next) {
        window.microsoft.create(SECOND, next.portal);
        next.way(window);
        FakeProvisioning app = window.microsoft.app(next.tenantId, next.appId);
        boolean otherAddress = !next.portal.tenantUrl().text().equals(app.stored().get("BaseAddress"));
        int puts = app.count(Kind.PUT);
        window.agreed = 0;
        window.pasteAndSave(SECOND);

        assertEquals("done", window.page());
        assertEquals(otherAddress ? 1 : 0, window.agreed, "rule 3: an address is never changed without a question");
        assertEquals(puts + 1, app.count(Kind.PUT));
        assertInstanceOf(SyncProof.NotYet.class, window.sync.proof().get(), "rule 8: only a new cycle is a proof");
        assertFalse(window.done.mayRevoke().get());
        assertTruth(next, record());
        assertEquals(OldTokenStatus.NOT_YET, record().oldToken());
        window.microsoft.sync(next.tenantId, next.appId);
        window.sync.watchAgain();
        assertTrue(window.done.mayRevoke().get());
        assertTruth(next, record());
        assertInstanceOf(SyncProof.Seen.class,
                assertInstanceOf(ByKeyturn.class, entry(next.tenantId, next.appId).receipt().orElseThrow().work())
                        .sync());
    }

    /** The record, and with it receipt and book, say of a renewal what is true of it. */
    private void assertTruth(Next next, RenewalRecord record) {
        assertEquals(next.account(), record.signedIn().orElseThrow().account());
        assertEquals("School " + next.tenantId, record.signedIn().orElseThrow().tenantName());
        assertEquals(next.appId, record.app().orElseThrow().objectId());
        assertEquals(next.portal, record.portal());
        ExpiryEntry entry = entry(next.tenantId, next.appId);
        assertEquals(next.userName, entry.renewedBy());
        assertEquals(next.portal, entry.portal());
    }

    @Test
    void aColleagueWhoLooksAtTheSyncDidNotRenew() {
        window.expireAndGoToSignIn();
        assertEquals(ANNA, record().signedIn().orElseThrow().account());
        window.microsoft.next = BERT;
        window.signIn.perform(Action.SIGN_IN_AGAIN);
        assertEquals("done", window.page(), "the same organisation returns to its green page");
        window.microsoft.sync(MAPLE, "a1");
        window.sync.watchAgain();
        assertInstanceOf(SyncProof.Seen.class, window.sync.proof().get());
        assertEquals(ANNA, record().signedIn().orElseThrow().account());
        assertEquals(ANNA.userName(), entry(MAPLE, "a1").renewedBy());
        assertTrue(window.done.revoked().get());
    }

    @Test
    void theGreenPageIsFoundAgainFromTheSignInPage() {
        window.expireAndGoToSignIn();
        window.backTo("apple");
        window.wizard.next();
        window.signInAs(BERT, "a1");
        assertEquals("sign-in", window.page());
        window.wizard.next();
        assertEquals("done", window.page());
        assertEquals(ANNA, record().signedIn().orElseThrow().account());
    }

    /** The green page needs a sign-in to look at the sync, and that sign-in fails: what was saved before stays saved. */
    @ParameterizedTest
    @EnumSource(value = ProblemCode.class, names = {"SIGNIN_CANCELLED", "SIGNIN_TIMED_OUT", "SIGNIN_DECLINED",
            "SIGNIN_NEEDS_APPROVAL", "SIGNIN_FAILED", "NET_UNREACHABLE"})
    void aFailedSignInAfterAGreenPageDoesNotSayThatNothingWasChanged(ProblemCode reason) {
        window.microsoft.endSession();
        window.sync.watchAgain();
        window.microsoft.refusal = reason;
        window.wizard.actOn(window.problem());
        assertEquals("sign-in", window.page());
        assertEquals(reason, window.problem().code());
        assertEquals(ChangeState.SAVED, window.problem().changed());
        assertEquals(window.messages.changeSummary(ChangeState.SAVED), window.wizard.status().get());
    }

    @ParameterizedTest
    @EnumSource
    void theNextRenewalHasChangedNothingYet(Next next) {
        assertEquals(ChangeState.SAVED, window.state.changed());
        window.microsoft.create(SECOND, next.portal);
        next.way(window);
        assertEquals(ChangeState.NOTHING, window.state.changed());
    }

    /** Microsoft's answer to the last look may arrive after the next renewal has begun. */
    @ParameterizedTest
    @EnumSource(value = Next.class, names = {"ANOTHER_ORGANISATION", "THE_OTHER_PORTAL"})
    void aLateAnswerAboutTheFirstRenewalChangesNothing(Next next) {
        CompletedRenewal before = Objects.requireNonNull(window.state.result().get());
        window.microsoft.create(SECOND, next.portal);
        next.way(window);
        window.pasteAndSave(SECOND);
        CompletedRenewal after = window.state.result().get();
        window.state.update(before, now -> now.withRevocation(new CompletedRenewal.Revocation(true, true)));
        assertEquals(after, window.state.result().get());
        assertFalse(window.done.mayRevoke().get());
    }

    @Test
    void theTestOfTheTokenBeforeTheFirstSaveIsNoEvidenceForTheSecond() {
        first.appleTokens.remove("stored-token-of-a1");
        window.expireAndGoToSignIn();
        window.backTo("apple");
        window.desktop.clipboard = SECOND;
        window.microsoft.create(SECOND, Portal.SCHOOL);
        window.apple.keepToken();
        assertNull(window.state.target().get());
    }

    @ParameterizedTest
    @EnumSource(Portal.class)
    void beforeASaveAnotherOrganisationOrPortalIsAskedAnewAndSaysNothingOfTheOther(Portal portal) {
        WindowModels fresh = new WindowModels(folder.resolve("fresh"));
        fresh.microsoft.add(MAPLE, "a1", Portal.BUSINESS);
        fresh.microsoft.add(OAK, "b1", portal == Portal.SCHOOL ? Portal.BUSINESS : Portal.SCHOOL);
        fresh.state.portal().set(Portal.SCHOOL);
        fresh.wizard.next();
        fresh.wizard.next();
        fresh.signInAs(ANNA, "a1");
        fresh.wizard.next();
        fresh.pasteAndSave(FIRST); // Apple does not know it yet: agreed, then refused
        assertEquals(1, fresh.agreed);
        assertEquals(ProblemCode.TOKEN_REJECTED, fresh.problem().code());
        fresh.backTo("start");
        fresh.state.portal().set(portal);
        fresh.wizard.next();
        fresh.wizard.next();
        fresh.signInAs(OTTO, "b1");
        fresh.wizard.next();
        fresh.microsoft.create(FIRST, portal);
        fresh.pasteAndSave(FIRST);
        assertEquals(2, fresh.agreed);
        assertEquals(OTTO, fresh.summary.record().orElseThrow().signedIn().orElseThrow().account());
        assertEquals(List.of("School " + OAK), fresh.book.entries().stream().map(ExpiryEntry::tenantName).toList());
    }

    @Test
    void anAttemptInOneOrganisationIsNotSaidOfAnother() {
        window.microsoft.create(SECOND, Portal.SCHOOL);
        window.expireAndGoToSignIn();
        window.signInAs(OTTO, "b1");
        window.state.recordAttempt(window.state.plan(Consents.NOTHING).orElseThrow(),
                ChangeState.NOT_KNOWN);
        assertEquals(ChangeState.NOT_KNOWN, window.state.changed());
        window.signInAs(ANNA, "a1");
        assertEquals(ChangeState.NOTHING, window.state.changed());
        window.state.target().set(null);
        assertEquals(ChangeState.NOTHING, window.state.changed());
        window.signInAs(OTTO, "b1");
        assertEquals(ChangeState.NOT_KNOWN, window.state.changed());
    }

    private RenewalRecord record() {
        return window.summary.record().orElseThrow();
    }

    private ExpiryEntry entry(String tenantId, String appId) {
        return window.book.entries()
                .stream()
                .filter(entry -> entry.tenantId().equals(tenantId) && entry.appObjectId().equals(appId))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
