package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.DocumentExportModel;
import app.keyturn.pages.common.EntraPage;
import app.keyturn.pages.common.NotificationEmailCard;
import app.keyturn.pages.common.SyncText;
import app.keyturn.records.ExpiryBook;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Quarantine;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.Timer;
import app.keyturn.testkit.Apps;
import app.keyturn.testkit.FakeOrganisation;
import app.keyturn.testkit.FakePage;
import app.keyturn.testkit.FakeSessionSwitch;
import app.keyturn.testkit.NoDocuments;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.ui.Appearance;
import app.keyturn.visual.Inspection;
import app.keyturn.visual.Variant;
import app.keyturn.wizard.ColleagueRequest;
import app.keyturn.wizard.FrameView;
import app.keyturn.wizard.FxTasks;
import app.keyturn.wizard.LanguageChoice;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.ProgressNotice;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SidePages;
import app.keyturn.wizard.SignInApp;
import app.keyturn.wizard.Wizard;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The page in the frame, with an organisation in memory. Leaves a picture of each state. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class SignInPageIT {
    private static final EntraPage ENTRA = new EntraPage("entra.microsoft.com", URI.create("https://entra.example/app"),
            true);
    private static final SyncJob RUNS = new SyncJob("1", Status.ACTIVE, Schedule.ACTIVE, Optional.empty(),
            Optional.empty(), Optional.of(Apps.NOVEMBER));

    private static final String LONG_NAME = " accounts of all pupils and teachers of the lower school";

    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final RenewalState renewalState = new RenewalState();
    private final Wizard wizard = new Wizard(renewalState, () -> {});
    private final FakeOrganisation organisation = new FakeOrganisation();
    @TempDir private Path folder;
    private ExpiryBook book;
    private final RecordingDesktop desktop = new RecordingDesktop();
    private SignInModel model;
    private Scene scene;
    private Appearance appearance;

    /** A state of the page. */
    enum Picture {
        // @formatter:off
        BEFORE, BROWSER, HTTPS, READING, KNOWN, NAMELESS, EXPIRED, PAUSED, SWITCHED_OFF, DELETES, SEVERAL_JOBS,
        OTHER_SITE, NO_ADDRESS, FLAGS, UNCHECKED, MAY_NOT, NOTHING, NOTHING_TYPED, SEARCHING, CHOICE,
        UNREAD_BESIDE, UNREAD_CHOICE, MORE_NAMES, INTERRUPTED,
        OTHER_ORGANISATION, NO_JOB, NO_TOKEN, PROXY, STOPPED, CHECKED_ONLY;
        // @formatter:on

        /** States that consist of the same parts as these differ only in their texts. */
        private boolean isLikeAnother() {
            return this != BROWSER && this != KNOWN && this != SEVERAL_JOBS && this != MAY_NOT && this != CHOICE
                    && this != CHECKED_ONLY;
        }
    }

    private SignInPage.CheckExtras checkExtras(Clock clock) {
        book = ExpiryBook.open(folder);
        PreviousRenewal last = new PreviousRenewal(Optional.of(book), renewalState, clock);
        return new SignInPage.CheckExtras(last, new DocumentExportModel(new NoDocuments(), desktop, messages),
                new NotificationEmailCard(renewalState, () -> Optional.of(ENTRA), desktop, messages));
    }

    @Start
    void open(Stage stage) {
        renewalState.portal().set(Portal.SCHOOL);
        Clock clock = Clock.systemUTC();
        FxTasks tasks = new FxTasks(clock, Duration.ofSeconds(5), _ -> {});
        model = new SignInModel(
                new AppLookup(organisation, organisation,
                        new Renewal(organisation, Limits.STANDARD, Timer.on(clock)), clock),
                renewalState, wizard.frameFor("sign-in"), tasks, desktop, messages);
        Page page = new SignInPage(model, new SignInDefaults(model.tenant()), renewalState, messages,
                new SyncText(messages, Clock.systemUTC()), reason -> "request " + reason, false, checkExtras(clock));
        List<Page> pages = Stream.of("start", "apple", "sign-in", "token", "save", "done")
                .map(id -> id.equals("sign-in") ? page : new FakePage(id))
                .toList();
        FrameView frame = new FrameView(wizard, renewalState, messages, desktop, new FakeSessionSwitch(false),
                new LanguageChoice(List.of(Locale.ENGLISH), messages::setLanguage),
                new SidePages(new FakePage("by-hand"), new FakePage("settings"), new FakePage("no-token")),
                new ColleagueRequest(messages, renewalState, () -> new SignInApp("client", false)),
                new ProgressNotice(messages, ZoneOffset.UTC, tasks.late(), tasks::runLater), "1.2.3");
        wizard.open(pages, pages);
        wizard.next();
        wizard.next();
        scene = new Scene(frame.view(), 900, 640);
        appearance = new Appearance(scene);
        appearance.apply(Appearance.Look.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void cancelTasks() {
        organisation.browser.countDown();
        organisation.answers.countDown();
    }

    @ParameterizedTest
    @EnumSource(Picture.class)
    void everyStateIsLaidOutWell(Picture picture, FxRobot robot) {
        String shown = moveTo(picture, robot);
        see(shown);
        robot.interact(() -> {});
        Inspection inspection = new Inspection(scene, appearance, messages::setLanguage);
        String name = "sign-in-page-" + picture.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (picture.isLikeAnother()) {
            inspection.inspect(name, Variant.few());
        } else {
            inspection.inspect(name);
        }
        assertEquals("", String.join("\n", inspection.findings()));
        assertTrue(isInSight(shown));
    }

    @Test
    void checkingOnlyLeadsToTheSettingOfTheNotificationEmail(FxRobot robot) {
        robot.interact(() -> renewalState.checkFirst().set(true));
        signIn(robot, "warning-mail", app(RUNS));
        see("warning-mail-open");
        assertEquals(messages.text("mail.nobody"), text("warning-mail"));
        press(robot, "warning-mail-open");
        assertEquals(ENTRA.address(), desktop.opened.getLast());
        assertFalse(isInSight("warning-mail-copied"));
        desktop.browser = false;
        press(robot, "warning-mail-open");
        assertTrue(isInSight("warning-mail-copied"));
        assertEquals(ENTRA.address().toString(), desktop.clipboard);
    }

    @Test
    void cancellingTheReadingFreesTheWindowAtOnce(FxRobot robot) {
        organisation.answers = new CountDownLatch(1);
        organisation.apps.add(app(RUNS));
        press(robot, "sign-in");
        press(robot, "cancel-reading");
        see("read-again");
        assertEquals("it@maple.example", text("account"));
        organisation.answers.countDown();
        press(robot, "read-again");
        see("present-token");
        assertEquals(messages.text("signin.present.works"), text("present-token"));
    }

    @Test
    void aStoppedSearchEndsAtOnceAndKeepsWhatItFound(FxRobot robot) {
        organisation.hidden.addAll(List.of(Apps.of(Portal.SCHOOL, "1"), Apps.of(Portal.SCHOOL, "2")));
        press(robot, "sign-in");
        see("search-all");
        organisation.answers = new CountDownLatch(1);
        press(robot, "search-all");
        waitUntil(() -> isInSight("search-words") && text("search-words").equals("812 of 5,000 looked at, 1 found"));
        assertEquals("812 of 5,000 looked at, 1 found", find("search-progress").getAccessibleText());
        assertEquals("stop-search", scene.getFocusOwner().getId());
        press(robot, "stop-search");
        assertFalse(isInSight("search-progress"));
        organisation.answers.countDown();
        see("present-token");
        assertEquals("App 1", text("app-name"));
        assertFalse(isInSight("problem"));
    }

    @Test
    void anAppCanBeChosenByKeyboardAndEachIsDescribed(FxRobot robot) {
        moveTo(Picture.CHOICE, robot);
        see("app-choice");
        RadioButton first = (RadioButton) find("app-1");
        assertTrue(first.isSelected());
        assertTrue(first.getAccessibleText().contains("Apple School Manager’s address"));
        assertTrue(first.getAccessibleText().contains(messages.text("sync.last", "November 1, 2026")));
        robot.interact(first::requestFocus);
        robot.type(KeyCode.DOWN);
        assertTrue(((RadioButton) find("app-2")).isSelected());
        press(robot, "use-app");
        see("present-token");
        assertEquals("App tests", text("app-name"));
        press(robot, "another-app");
        see("use-app");
        assertTrue(((RadioButton) find("app-2")).isSelected());
        assertTrue(isInSight("find-app"));
    }

    @Test
    void theSearchTextStaysAfterTheAppWasFound(FxRobot robot) {
        organisation.hidden.add(app(RUNS));
        press(robot, "sign-in");
        see("find-app");
        robot.interact(() -> ((TextField) find("find-app")).setText("1"));
        press(robot, "find-app-go");
        see("present-token");
        press(robot, "another-app");
        assertEquals("1", ((TextField) find("find-app")).getText());
        assertEquals("find-app", scene.getFocusOwner().getId());
    }

    @Test
    void aWholeMessageOfMicrosoftsIsExplainedAndLeadsToARequest(FxRobot robot) {
        moveTo(Picture.BROWSER, robot);
        see("aadsts-help");
        paste(robot, "Request Id: 50105123-5310-4f6a-9000-530030000000Timestamp: 2026-03-05T09:00:00ZMessage: "
                + "AADSTS90099: Words.");
        assertTrue(text("aadsts-help").contains("GDAP"), text("aadsts-help"));
        press(robot, "copy-aadsts-request");
        assertEquals("request CUSTOMER", desktop.clipboard);
        paste(robot, "AADSTS50126");
        assertFalse(isInSight("copy-aadsts-request"));
    }

    @Test
    void aBrowserThatInsistsOnHttpsIsExplainedAndTheLinkIsAtHand(FxRobot robot) {
        moveTo(Picture.BROWSER, robot);
        assertTrue(isInSight("browser-may-ask"));
        assertFalse(isInSight("browser-https"));
        press(robot, "cancel-sign-in");
        moveTo(Picture.HTTPS, robot);
        see("browser-https");
        assertFalse(isInSight("browser-may-ask"));
        press(robot, "copy-link");
        assertEquals("https://login.example/authorize", desktop.clipboard);
    }

    private void paste(FxRobot robot, String message) {
        robot.interact(() -> ((TextField) find("aadsts-code")).setText(message));
    }

    @Test
    void aRoleJustSwitchedOnCountsAfterSigningInAgainOnThisPage(FxRobot robot) {
        moveTo(Picture.MAY_NOT, robot);
        see("sign-in-again");
        press(robot, "sign-in-again");
        see("may-change");
        assertFalse(isInSight("may-not"));
        assertEquals(3, organisation.tenants.size());
    }

    /** Brings the page into the state; returns the id of a node that must be visible then. */
    private String moveTo(Picture picture, FxRobot robot) {
        return switch (picture) {
            case BEFORE -> "sign-in";
            case BROWSER -> {
                organisation.browser = new CountDownLatch(1);
                press(robot, "sign-in");
                see("sign-in-link");
                robot.interact(() -> ((TextField) find("aadsts-code")).setText("50105"));
                yield "aadsts-help";
            }
            case HTTPS -> {
                organisation.browser = new CountDownLatch(1);
                organisation.httpsOnly = true;
                press(robot, "sign-in");
                yield "browser-https";
            }
            case READING -> {
                organisation.answers = new CountDownLatch(1);
                press(robot, "sign-in");
                yield "cancel-reading";
            }
            case KNOWN -> signIn(robot, "sync-meaning", app(RUNS));
            case NAMELESS -> {
                organisation.name = Optional.empty();
                yield signIn(robot, "present-token", app(RUNS));
            }
            case EXPIRED -> {
                organisation.testFails(ProblemCode.TOKEN_REJECTED);
                yield signIn(robot, "may-change", app(held(Schedule.ACTIVE, QuarantineReason.BAD_CREDENTIALS)));
            }
            case PAUSED -> signIn(robot, "sync-meaning", app(Apps.job(Schedule.PAUSED, Optional.of(Apps.OCTOBER))));
            case SWITCHED_OFF -> {
                organisation.testFails(ProblemCode.TOKEN_REJECTED);
                yield signIn(robot, "sync-meaning", app(held(Schedule.DISABLED, QuarantineReason.BAD_CREDENTIALS)));
            }
            case DELETES ->
                signIn(robot, "sync-meaning", app(held(Schedule.ACTIVE, QuarantineReason.TOO_MANY_DELETES)));
            case SEVERAL_JOBS -> signIn(robot, "jobs",
                    app(Apps.job("off", Schedule.DISABLED, Optional.of(Apps.OCTOBER)), RUNS));
            case OTHER_SITE -> signIn(robot, "address-warning", Apps.of(Portal.BUSINESS, "1", RUNS));
            case NO_ADDRESS -> signIn(robot, "address-warning", Apps.withoutAddress("1"));
            case FLAGS -> signIn(robot, "app-address",
                    Apps.at(Portal.SCHOOL.tenantUrl().text() + "?aadOptscim062020", "1", RUNS));
            case UNCHECKED -> {
                organisation.testFails(ProblemCode.TOKEN_NOT_CHECKED);
                yield signIn(robot, "may-show", app(RUNS));
            }
            case MAY_NOT -> {
                organisation.apps.add(app(RUNS));
                press(robot, "sign-in");
                see("present-token");
                organisation.readFailure = ProblemCode.ROLE_MISSING;
                press(robot, "switch-account");
                see("may-not");
                organisation.readFailure = null;
                yield "problem-code";
            }
            case NOTHING -> signIn(robot, "searched-where");
            case NOTHING_TYPED -> {
                signIn(robot, "find-app");
                see("find-app");
                robot.interact(() -> ((TextField) find("find-app")).setText("Managed accounts"));
                press(robot, "find-app-go");
                yield "search-message";
            }
            case SEARCHING -> {
                organisation.hidden.add(app(RUNS));
                signIn(robot, "search-all");
                see("search-all");
                organisation.answers = new CountDownLatch(1);
                press(robot, "search-all");
                yield "stop-search";
            }
            case CHOICE -> signIn(robot, "app-choice", Apps.of(Portal.SCHOOL, "in use", RUNS),
                    Apps.of(Portal.SCHOOL, "tests", Apps.job(Schedule.DISABLED, Optional.of(Apps.OCTOBER))),
                    Apps.of(Portal.BUSINESS, "of the office", RUNS));
            case UNREAD_BESIDE -> {
                organisation.unread.add(Apps.unread("x"));
                yield signIn(robot, "read-unread", app(RUNS));
            }
            case UNREAD_CHOICE -> {
                IntStream.range(0, 7).forEach(number -> organisation.unread.add(Apps.unread(number + LONG_NAME)));
                organisation.rest = new Rest.OtherNames(150);
                yield signIn(robot, "app-choice", Apps.of(Portal.BUSINESS, "of the office", RUNS));
            }
            case MORE_NAMES -> {
                organisation.rest = new Rest.OtherNames(150);
                yield signIn(robot, "search-rest");
            }
            case INTERRUPTED -> {
                signIn(robot, "search-all");
                see("search-all");
                organisation.unread.add(Apps.unread("x"));
                organisation.rest = new Rest.Interrupted(812, OptionalInt.of(5000),
                        Optional.of(new Problem(ProblemCode.SERVICE_BUSY, Diagnostics.at(Apps.NOVEMBER))));
                press(robot, "search-all");
                yield "search-go-on";
            }
            case OTHER_ORGANISATION -> {
                press(robot, "other-tenant");
                yield "other-tenant-name";
            }
            case NO_JOB -> signIn(robot, "problem-code", Apps.of(Portal.SCHOOL, "1", new SyncJob[0]));
            case NO_TOKEN -> signIn(robot, "problem-code", Apps.oidc("1"));
            case PROXY -> {
                organisation.failure = ProblemCode.NET_PROXY_PASSWORD;
                press(robot, "sign-in");
                yield "proxy-password";
            }
            case CHECKED_ONLY -> {
                PreviousRenewalTest.note(book);
                robot.interact(() -> renewalState.checkFirst().set(true));
                yield signIn(robot, "last-time", app(PreviousRenewalTest.ranSince()));
            }
            case STOPPED -> {
                organisation.answers = new CountDownLatch(1);
                press(robot, "sign-in");
                press(robot, "cancel-reading");
                yield "read-again";
            }
        };
    }

    private String signIn(FxRobot robot, String shown, ProvisioningApp... apps) {
        organisation.apps.addAll(Arrays.asList(apps));
        press(robot, "sign-in");
        return shown;
    }

    private static ProvisioningApp app(SyncJob... jobs) {
        ProvisioningApp app = Apps.of(Portal.SCHOOL, "1", jobs);
        return new ProvisioningApp(app.id(), "Apple School Manager", app.connection(), app.jobs());
    }

    private static SyncJob held(Schedule schedule, QuarantineReason reason) {
        return new SyncJob("1", Status.QUARANTINE, schedule,
                Optional.of(new Quarantine(reason, Optional.of(Apps.OCTOBER))), Optional.empty(), Optional.empty());
    }

    private void press(FxRobot robot, String id) {
        see(id);
        robot.interact(() -> ((ButtonBase) find(id)).fire());
    }

    private void see(String id) {
        waitUntil(() -> isInSight(id));
    }

    private static void waitUntil(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("Waited in vain", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return ((Labeled) find(id)).getText();
    }

    private boolean isInSight(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> lookUp(id) != null);
    }

    private Node find(String id) {
        Node node = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> lookUp(id));
        assertNotNull(node, id);
        return node;
    }

    private @Nullable Node lookUp(String id) {
        return scene.getRoot()
                .lookupAll("#" + id)
                .stream()
                .filter(SignInPageIT::visible)
                .findFirst()
                .orElse(null);
    }

    private static boolean visible(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
