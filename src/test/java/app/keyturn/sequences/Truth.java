package app.keyturn.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.SyncProof;
import app.keyturn.sequences.ObservedServices.Begun;
import app.keyturn.sequences.ObservedServices.Call;
import app.keyturn.sequences.ObservedServices.Entry;
import app.keyturn.sequences.ObservedServices.RestartAsked;
import app.keyturn.sequences.ObservedServices.Screen;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.wizard.CompletedRenewal;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is true after each step, by what the services saw and what the person did, and whether windows and files say so.
 * It has its own idea of the eight rules, and uses nothing of the program that decides.
 */
final class Truth {
    /** As many tokens of an app as the book remembers. */
    private static final int REMEMBERED = 5;

    /** An app whose settings do not show whether a save has taken effect. */
    private final Set<String> withoutPortalSettings;
    private final Path folder;
    /** Every token that Apple has created. */
    private final Set<String> secrets = new LinkedHashSet<>();
    private final Map<Key, Expected> book = new LinkedHashMap<>();
    private final Map<Key, List<Token>> tokens = new HashMap<>();
    private final Map<AppKey, Note> unfinished = new HashMap<>();
    private final Map<String, Integer> sequences = new HashMap<>();

    private final UnaryOperator<String> organisationOf;
    private final UnaryOperator<String> appIn;

    /**
     * Begins with an empty folder.
     *
     * @param organisation the name of an organisation, by its id
     * @param app what a receipt says of an app, by its id
     */
    Truth(Path folder, Set<String> withoutPortalSettings, UnaryOperator<String> organisation,
            UnaryOperator<String> app) {
        this.folder = folder;
        this.withoutPortalSettings = withoutPortalSettings;
        organisationOf = organisation;
        appIn = app;
    }

    /** The renewals that were completed. */
    int completed;
    /** How often revoking was offered. */
    int offered;

    private record Key(Portal portal, String tenantId, String appId) {}

    private record AppKey(String tenantId, String appId) {}

    /** What the book has to say of an app. One for each renewal. */
    private static final class Expected {
        final String user;
        final LocalDate expiry;
        /** When its token was stored, or the person said so: what the book says cannot be earlier. */
        final Instant stored;

        Expected(String user, LocalDate expiry, Instant stored) {
            this.user = user;
            this.expiry = expiry;
            this.stored = stored.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public String toString() {
            return user + " until " + expiry;
        }
    }

    private static final class Token {
        final String text;
        boolean revoked;

        Token(String text) {
            this.text = text;
        }
    }

    /** Whether there has to be a note of an unfinished save. */
    private enum Note {
        REQUIRED, FORBIDDEN, OPTIONAL
    }

    /** What belongs to one window. */
    static final class OfWindow {
        final WindowModels window;
        final ObservedServices services;
        /** The addresses to which the person said yes in this renewal. */
        private final Set<String> agreed = new HashSet<>();
        private String renewal = "";
        private int checked;
        /** The length of the log when a renewal was completed last. */
        private int completedAt;
        private @Nullable Done done;
        private @Nullable ByHand byHand;
        /** Apps in which a token of this window is stored, and no renewal is completed since. */
        private final Set<AppKey> stored = new HashSet<>();
        /** The same, where a save was sent. */
        private final Set<AppKey> sent = new HashSet<>();

        OfWindow(WindowModels window, ObservedServices services) {
            this.window = window;
            this.services = services;
        }

        private List<Entry> log() {
            return services.log();
        }

        /** The call at this place of the log, if it is one of this kind to this app. */
        private @Nullable Call call(int place, Kind kind, String appId) {
            return log().get(place) instanceof Call call && call.is(kind, appId) ? call : null;
        }

        /** The place of the last such call before one, which an index can be compared with; -1 if there is none. */
        private int lastBefore(int end, Kind kind, String appId) {
            int place = end - 1;
            while (place >= 0 && call(place, kind, appId) == null) {
                place--;
            }
            return place;
        }

        private int lastMarkBefore(int end) {
            int place = end - 1;
            while (place >= 0 && log().get(place) instanceof Call) {
                place--;
            }
            return place;
        }

        private int lastBegunBefore(int end) {
            int place = end - 1;
            while (place >= 0 && !(log().get(place) instanceof Begun)) {
                place--;
            }
            return place;
        }
    }

    /** A completed renewal. */
    private record Done(Fingerprint id, Key key, Expected record, Token token, Instant savedAt, boolean oldRefused) {}

    /** What the person says was done by hand, and what the book said before. */
    private record ByHand(Key key, Expected record, @Nullable Expected before, List<Token> tokensBefore) {}

    void created(String token) {
        secrets.add(token);
    }

    // What the person does.

    void agrees(OfWindow of, String address) {
        of.agreed.add(address);
    }

    /** The person says that it was done by hand; called after the tick. */
    void saysByHand(OfWindow of, Screen screen, Instant now) {
        Key key = new Key(screen.portal(), screen.account().tenantId(), screen.appId());
        List<Token> before = List.copyOf(tokensOf(key));
        Expected record = new Expected(screen.account().userName(), screen.expiry(), now);
        of.byHand = new ByHand(key, record, book.get(key), before);
        book.put(key, record);
        if (!screen.token().isEmpty()) {
            tokensOf(key).addFirst(new Token(screen.token()));
        }
        unfinished.put(new AppKey(key.tenantId(), key.appId()), Note.FORBIDDEN);
    }

    /** The person takes that back. */
    void takesBack(OfWindow of) {
        ByHand said = of.byHand;
        of.byHand = null;
        if (said != null && said.record() == book.get(said.key())) {
            if (said.before() == null) {
                forgets(said.key().portal(), said.key().tenantId(), said.key().appId());
            } else {
                book.put(said.key(), said.before());
                tokens.put(said.key(), new ArrayList<>(said.tokensBefore()));
            }
        }
    }

    void forgets(Portal portal, String tenantId, String appId) {
        Key key = new Key(portal, tenantId, appId);
        book.remove(key);
        tokens.remove(key);
    }

    /** The person says that the old token is revoked, or takes it back. */
    void saysRevoked(OfWindow of, boolean revoked) {
        Done done = of.done;
        if (done != null && book.get(done.key()) == done.record()) {
            List<Token> all = tokensOf(done.key());
            int old = all.indexOf(done.token()) + 1;
            if (old < all.size()) {
                all.get(old).revoked = revoked;
            }
        }
    }

    /** The person dismisses a note, or a computer writes none any more. */
    void dismissed(Set<String> gone) {
        for (AppKey app : List.copyOf(unfinished.keySet())) {
            if (gone.contains(app.tenantId() + " " + app.appId())) {
                unfinished.put(app, Note.FORBIDDEN);
            }
        }
    }

    /** The program was killed in the middle of everything. */
    void killed(OfWindow of) {
        noticed(of, false);
        runEnded(of, true);
    }

    /** What has become of a run that did not end in a completed renewal. */
    private void runEnded(OfWindow of, boolean killed) {
        int begun = of.lastBegunBefore(of.log().size());
        if (begun < of.completedAt) {
            return;
        }
        Screen screen = ((Begun) of.log().get(begun)).screen();
        AppKey app = new AppKey(screen.account().tenantId(), screen.appId());
        boolean effect = false;
        boolean resumed = false;
        for (int place = begun; place < of.log().size(); place++) {
            if (of.log().get(place) instanceof Call call && call.appId().equals(screen.appId())) {
                effect |= call.kind() == Kind.PUT && (call.stored() || call.answer() instanceof SaveResponse.NotKnown
                        || call.answer().equals("cut off"));
                resumed |= call.kind() == Kind.TEST_SAVED && call.passed() && effect;
            }
        }
        if (killed && (resumed || of.done != null)) {
            unfinished.merge(app, Note.OPTIONAL, (_, now) -> now);
        } else if (effect) {
            unfinished.put(app, Note.REQUIRED);
        } else if (killed || of.stored.contains(app)) {
            // An earlier save of this window is still to be checked, whatever another window has done since.
            unfinished.merge(app, Note.OPTIONAL, (before, now) -> before == Note.REQUIRED ? before : now);
        }
    }

    /** Takes in what has happened in a window. Called after each thing that the person did in it. */
    void noticed(OfWindow of, boolean ran) {
        WindowModels window = of.window;
        followLog(of);
        CompletedRenewal now = window.state.result().get();
        Done before = of.done;
        if (now == null) {
            of.done = null;
        } else if (before == null || !before.id().equals(now.token())) {
            completed(of, now);
        }
        if (ran && !window.save.running().get()) {
            runEnded(of, false);
        }
        if (!window.byHand.done().get()) {
            of.byHand = null; // the next renewal has begun: it stays in the book
        }
        String renewal = window.state.portal().get() + " " + (window.state.target().get() == null
                ? ""
                : window.state.target().get().app().id()) + " " + window.state.pasted().get();
        if (!renewal.equals(of.renewal)) {
            of.renewal = renewal;
            of.agreed.clear();
        }
    }

    private void completed(OfWindow of, CompletedRenewal shown) {
        List<Entry> log = of.log();
        String appId = shown.plan().app().id();
        int put = log.size() - 1;
        while (put >= 0 && !(log.get(put) instanceof Call call && call.is(Kind.PUT, appId) && call.stored())) {
            put--;
        }
        assertTrue(put >= 0, "rule 5: shown as saved, and nothing was stored in " + appId);
        int begun = of.lastBegunBefore(put);
        Screen screen = ((Begun) log.get(begun)).screen();
        Call stored = (Call) log.get(put);
        String text = Objects.requireNonNull(stored.body().get(ConnectionPair.SECRET_TOKEN));
        assertEquals(screen.token(), text, "rule 5: the token that was pasted is the one stored");
        boolean answered = false;
        for (int place = begun; place < log.size(); place++) {
            answered |= log.get(place) instanceof Call call && call.is(Kind.PUT, appId)
                    && call.answer() instanceof SaveResponse.Saved;
        }
        boolean oldRefused = false;
        int firstPut = put;
        for (int place = begun; place < put; place++) {
            firstPut = Math.min(firstPut, of.call(place, Kind.PUT, appId) == null ? firstPut : place);
        }
        for (int place = 0; place < firstPut; place++) {
            Call test = of.call(place, Kind.TEST_SAVED, appId);
            oldRefused |= test != null && isRejected(test);
        }
        Call lastTest = (Call) log.get(of.lastBefore(log.size(), Kind.TEST_SAVED, appId));
        assertTrue(answered || oldRefused, "rule 5: shown as saved without a 204, and no test has changed");
        assertTrue(lastTest.passed() && of.lastBefore(log.size(), Kind.TEST_SAVED, appId) > put,
                "rule 5: shown as saved, and the saved token has not passed");
        Objects.requireNonNull(stored.account());
        assertEquals(screen.account(), stored.account(), "saved by the one who was shown");
        assertEquals(screen.appId(), appId, "saved in the app that was shown");
        assertEquals("", of.window.state.pasted().get(), "rule 7: the token is forgotten once it is saved and checked");

        Key key = new Key(screen.portal(), screen.account().tenantId(), appId);
        Expected record = new Expected(screen.account().userName(), screen.expiry(), stored.at());
        Token token = new Token(text);
        book.put(key, record);
        tokensOf(key).addFirst(token);
        of.completedAt = log.size();
        completed++;
        of.done = new Done(shown.token(), key, record, token, stored.at(), oldRefused);
        of.byHand = null;
        AppKey app = new AppKey(key.tenantId(), appId);
        of.stored.remove(app);
        of.sent.remove(app);
        unfinished.put(app, Note.FORBIDDEN);
    }

    private static boolean isRejected(Call test) {
        return test.answer() instanceof CredentialTest.Failed failed
                && failed.problem().code() == ProblemCode.TOKEN_REJECTED;
    }

    /** Rules about what was sent: 1 to 4. */
    private void followLog(OfWindow of) {
        for (; of.checked < of.log().size(); of.checked++) {
            if (of.log().get(of.checked) instanceof Call call) {
                if (call.kind() == Kind.PUT) {
                    checkPut(of, of.checked, call);
                } else if (call.kind() == Kind.START) {
                    checkStart(of, of.checked, call);
                }
            }
        }
    }

    private void checkPut(OfWindow of, int place, Call put) {
        if (put.account() == null) {
            return; // not sent: nobody is signed in
        }
        int begun = of.lastBegunBefore(place);
        assertTrue(begun >= 0, "rule 1: saved, and nobody asked for it");
        Screen screen = ((Begun) of.log().get(begun)).screen();
        AppKey app = new AppKey(put.account().tenantId(), put.appId());
        int test = place - 1;
        while (test > begun && !(of.log().get(test) instanceof Call call && call.is(Kind.TEST, put.appId())
                && call.body().equals(put.body()))) {
            test--;
        }
        assertTrue(test > begun && ((Call) of.log().get(test)).passed(),
                "rule 1: what is sent has not passed a test in this attempt");
        assertEquals(screen.token(), put.body().get(ConnectionPair.SECRET_TOKEN), "rule 1: another token");
        assertEquals(screen.appId(), put.appId(), "saved in another app than the one shown");
        assertEquals(screen.account(), put.account(), "saved by another account than the one shown");

        int read = of.lastBefore(place, Kind.READ, put.appId());
        assertTrue(read > begun, "rule 2: the settings are read right before the save");
        Map<String, String> present = new HashMap<>();
        ((Connection) ((Call) of.log().get(read)).answer()).pairs()
                .forEach(pair -> present.put(pair.key(), pair.value()));
        put.body().forEach((key, value) -> {
            assertNotEquals("", value, "rule 2: an empty value sent: " + key);
            assertNotEquals("*", value, "rule 2: a mask sent: " + key);
            assertTrue(present.containsKey(key) || key.equals(ConnectionPair.BASE_ADDRESS),
                    "rule 2: a setting that was not there: " + key);
        });
        present.forEach((key, value) -> {
            if (!key.equals(ConnectionPair.BASE_ADDRESS) && !value.equals("*") && !value.isEmpty()) {
                assertEquals(value, put.body().get(key), "rule 2: changed or left out: " + key);
            }
        });
        String address = Objects.requireNonNull(put.body().get(ConnectionPair.BASE_ADDRESS));
        if (!address.equals(present.get(ConnectionPair.BASE_ADDRESS))) {
            assertTrue(of.agreed.contains(address), "rule 3: no yes to " + address);
        }
        if (put.stored()) {
            of.stored.add(app);
        }
        of.sent.add(app);
    }

    private void checkStart(OfWindow of, int place, Call start) {
        int mark = of.lastMarkBefore(place);
        assertTrue(mark >= 0, "rule 4: started, and nobody asked for anything");
        int read = of.lastBefore(place, Kind.READ_JOB, start.appId());
        assertTrue(read > mark, "rule 4: the job is read right before");
        SyncJob job = (SyncJob) ((Call) of.log().get(read)).answer();
        assertFalse(job.schedule() == Schedule.ACTIVE
                && (job.status() == Status.ACTIVE || job.status() == Status.FIRST_CYCLE), "rule 4: it runs");
        int earlier = of.lastBefore(place, Kind.START, start.appId());
        assertTrue(earlier < mark || (earlier < read && isAskedToWait((Call) of.log().get(earlier))),
                "rule 4: started twice");
        QuarantineReason reason = job.quarantine().map(SyncJob.Quarantine::reason).orElse(null);
        boolean byToken = reason == QuarantineReason.BAD_CREDENTIALS;
        boolean agreed = of.log().get(mark) instanceof RestartAsked asked && asked.agreed();
        if (agreed) {
            assertTrue(reason == null || byToken, "rule 4: stopped by something else: " + reason);
        } else {
            assertTrue(byToken && job.status() == Status.QUARANTINE && job.schedule() == Schedule.ACTIVE,
                    "rule 4: started without a question, and not because of bad credentials");
        }
        if (of.log().get(mark) instanceof Begun) {
            int test = of.lastBefore(place, Kind.TEST_SAVED, start.appId());
            assertTrue(test > mark && ((Call) of.log().get(test)).passed(), "rule 4: started before the check");
        }
        boolean sameRenewal = earlier > of.lastBegunBefore(place);
        if (sameRenewal && ((Call) of.log().get(earlier)).answer() instanceof ProblemException lost) {
            assertTrue(lost.isBeforeSending() || lost.problem().code() == ProblemCode.ROLE_MISSING
                    || lost.retryAfter().isPresent() || job.schedule() != Schedule.ACTIVE || agreed,
                    "rule 4: a lost start repeated");
        }
    }

    /** Microsoft has started nothing, and has said when to ask again. */
    private static boolean isAskedToWait(Call start) {
        return start.answer() instanceof ProblemException asked && asked.retryAfter().isPresent();
    }

    // What windows and files say.

    /** Compares. Called between steps. */
    void check(List<OfWindow> windows) {
        windows.forEach(this::checkWindow);
        checkBook();
        checkNotes();
        checkFilesForSecrets();
    }

    private void checkWindow(OfWindow of) {
        WindowModels window = of.window;
        Done done = of.done;
        checkProof(of, done);
        AppKey app = window.state.target().get() == null || window.state.signedIn().get() == null
                ? null
                : new AppKey(window.state.signedIn().get().account().tenantId(),
                        window.state.target().get().app().id());
        String tenant = window.state.signedIn().get() == null
                ? null
                : window.state.signedIn().get().account().tenantId();
        boolean stored = of.stored.stream().anyMatch(it -> isMeant(it, app, tenant));
        boolean sent = of.sent.stream().anyMatch(it -> isMeant(it, app, tenant));
        boolean green = done != null && isMeant(new AppKey(done.key().tenantId(), done.key().appId()), app, tenant);
        Problem problem = window.wizard.problem().get();
        if (problem != null) {
            switch (problem.changed()) {
                case NOTHING -> assertFalse(stored || green,
                        "rule 6: " + problem.code() + " says that nothing was changed, on " + window.page());
                case SAVED -> assertTrue(stored || green,
                        "rule 6: " + problem.code() + " says that the token is saved, on " + window.page());
                case NOT_KNOWN -> assertTrue(sent,
                        "rule 6: " + problem.code() + " says that it is not known, and nothing was sent");
            }
        }
        if (window.wizard.status().get().equals(window.messages.changeSummary(ChangeState.NOTHING))) {
            assertFalse(stored || green, "rule 6: the status line says that nothing was changed, on " + window.page());
        }
        texts(window, problem).forEach(text -> secrets.forEach(
                secret -> assertFalse(text.contains(secret), "rule 7: a text shows a token: " + text)));
    }

    private static boolean isMeant(AppKey known, @Nullable AppKey app, @Nullable String tenant) {
        return app == null ? tenant == null || tenant.equals(known.tenantId()) : app.equals(known);
    }

    /** Rules 5 and 8. */
    private void checkProof(OfWindow of, @Nullable Done done) {
        WindowModels window = of.window;
        if (done == null) {
            assertFalse(window.done.mayRevoke().get(), "rule 5: revoking is offered without a save");
            assertFalse(window.sync.proof().get() instanceof SyncProof.Seen, "rule 8: proof without a save");
            return;
        }
        Instant after = done.savedAt().truncatedTo(ChronoUnit.SECONDS);
        boolean seen = false;
        for (Entry entry : of.log()) {
            seen |= entry instanceof Call call && call.is(Kind.READ_JOB, done.key().appId())
                    && call.answer() instanceof SyncJob job && job.lastExecution()
                            .filter(cycle -> cycle.began().isAfter(after) && cycle.ended().isPresent()
                                    && (cycle.result() == SyncJob.Result.SUCCEEDED
                                            || cycle.result() == SyncJob.Result.ENTRY_LEVEL_ERRORS))
                            .isPresent();
        }
        if (window.sync.proof().get() instanceof SyncProof.Seen) {
            assertTrue(seen, "rule 8: the sync that was seen began before the save");
        }
        if (window.done.mayRevoke().get()) {
            offered++;
            boolean shows = !withoutPortalSettings.contains(done.key().appId()) || done.oldRefused();
            assertTrue(window.done.appleShowsActive().get() || (seen && shows),
                    "rule 5: revoking is offered without proof");
        }
    }

    private static List<String> texts(WindowModels window, @Nullable Problem problem) {
        List<String> texts = new ArrayList<>(List.of(window.wizard.status().get(), window.save.note().get(),
                window.token.notice().text().get(), window.apple.notice().text().get(), window.done.whatChanged(),
                window.done.browserMessage().get(), window.desktop.opened.toString()));
        if (problem != null) {
            texts.add(problem.toString());
            texts.add(window.messages.title(problem) + window.messages.whatHappened(problem, "School")
                    + window.messages.whatToDo(problem));
        }
        return texts;
    }

    private void checkBook() {
        Map<Key, JsonObject> written = new LinkedHashMap<>();
        Path file = folder.resolve("expiry-book.json");
        if (Files.exists(file)) {
            for (JsonElement element : json(file).getAsJsonArray("organisations")) {
                JsonObject entry = element.getAsJsonObject();
                written.put(new Key(Portal.valueOf(text(entry, "portal")), text(entry, "tenantId"),
                        text(entry, "appObjectId")), entry);
            }
        }
        assertEquals(book.keySet(), written.keySet(), "the book has an entry for each app renewed, and no other");
        book.forEach((key, record) -> {
            JsonObject entry = Objects.requireNonNull(written.get(key));
            assertEquals(record.toString(), text(entry, "user") + " until " + text(entry, "expires"), "book: " + key);
            assertEquals(organisationOf.apply(key.tenantId()), text(entry, "organisation"), "book: " + key);
            assertFalse(Instant.parse(text(entry, "renewedAt")).isBefore(record.stored),
                    "book: the time of an earlier renewal, " + key);
            checkTokens(key, entry);
        });
    }

    private void checkTokens(Key key, JsonObject entry) {
        List<JsonObject> written = entry.getAsJsonArray("tokens")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
        List<Token> known = tokensOf(key);
        assertEquals(Math.min(REMEMBERED, known.size()), written.size(), "book: tokens of " + key);
        assertFalse(!known.isEmpty() && known.getFirst().revoked, "book: the token in use is marked as revoked");
        for (int place = 0; place < written.size(); place++) {
            JsonObject json = written.get(place);
            Token token = known.get(place);
            assertEquals(hash(text(json, "salt"), token.text), text(json, "sha256"),
                    "book: token " + place + " of " + key);
            assertEquals(token.revoked, json.get("revoked").getAsBoolean(),
                    "book: whether token " + place + " of " + key + " is revoked");
        }
    }

    private List<Token> tokensOf(Key key) {
        return tokens.computeIfAbsent(key, _ -> new ArrayList<>());
    }

    private static String hash(String salt, String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(salt));
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkNotes() {
        Set<String> written = notes();
        unfinished.forEach((app, note) -> {
            boolean there = written.contains(app.tenantId() + " " + app.appId());
            if (note == Note.REQUIRED) {
                assertTrue(there, "a save was cut off or is not known, and no note says so: " + app);
            } else if (note == Note.FORBIDDEN) {
                assertFalse(there, "a note says that a finished save is unfinished: " + app);
            }
        });
    }

    /** The apps of the notes in the folder, each as its organisation's ID and its own. */
    Set<String> notes() {
        Set<String> apps = new HashSet<>();
        for (Path file : files(folder)) {
            if (file.getFileName().toString().startsWith("unfinished-save-")) {
                apps.add(text(json(file), "tenantId") + " " + text(json(file), "appObjectId"));
            }
        }
        return apps;
    }

    private void checkFilesForSecrets() {
        for (Path file : files(folder)) {
            String content = content(file);
            secrets.forEach(
                    secret -> assertFalse(content.contains(secret), "rule 7: a token in " + file.getFileName()));
        }
    }

    /** The reminder that was just written is about this renewal, and its numbers grow. */
    void checkReminder(Path file, String organisation, LocalDate expiry) {
        String calendar = content(file).replace("\r\n ", "");
        Map<String, Integer> now = new HashMap<>();
        Matcher event = Pattern.compile("UID:(\\S+)[\\s\\S]*?SEQUENCE:(\\d+)").matcher(calendar);
        while (event.find()) {
            now.put(event.group(1), Integer.valueOf(event.group(2)));
        }
        assertFalse(now.isEmpty(), "the reminder has no event");
        now.forEach((id, number) -> {
            Integer before = sequences.put(id, number);
            assertTrue(before == null || before < number, "reminder: number " + number + " after " + before);
        });
        String lastDay = expiry.toString().replace("-", "");
        assertTrue(Pattern.compile("DTSTART[^:]*:" + lastDay + "T").matcher(calendar).find(),
                "reminder: not for " + expiry);
        assertTrue(calendar.contains(organisation), "reminder: not for " + organisation);
    }

    /** The receipt that was just written names who, where and which app. */
    void checkReceipt(Path file, Screen screen) {
        String receipt = content(file);
        for (String fact : List.of(screen.account().userName(), screen.account().tenantId(), screen.tenantName(),
                appIn.apply(screen.appId()))) {
            assertTrue(receipt.contains(fact), "receipt: does not name " + fact);
        }
    }

    /** What the book has to say of the completed renewal in a window: who, where, until when; null if there is none. */
    @Nullable
    Screen completed(OfWindow of) {
        Done done = of.done;
        if (done == null) {
            return null;
        }
        return new Screen(new Account(done.record().user, done.key().tenantId()),
                organisationOf.apply(done.key().tenantId()), done.key().appId(), done.key().portal(), "",
                done.record().expiry);
    }

    private static String text(JsonObject json, String member) {
        return json.get(member).getAsString();
    }

    private static JsonObject json(Path file) {
        return JsonParser.parseString(content(file)).getAsJsonObject();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
