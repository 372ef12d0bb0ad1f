package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Retired names do not come back: the metaphors that classes, packages and methods once had. Looks at what is declared,
 * and at file names; not at prose.
 */
class NamesTest {
    /** Words that stand in no name of a type, method, package or file. */
    private static final Map<String, String> RETIRED_WORDS = table("""
            addressed    -> routed
            aftercare    -> records
            asides       -> side pages
            bookkeeper   -> ExpiryRecorder
            compactness  -> compact mode
            course       -> SignInState
            diet         -> ModuleTrimmer
            dress        -> theme
            eyes         -> visual
            groundwork   -> StartupData
            keepsakes    -> RecordFiles
            ledger       -> RequestLog
            leftovers    -> StaleFiles
            logbook      -> ActivityLog
            notary       -> SaveJournal
            onlooker     -> HttpListener
            outlook      -> WindowPreferences
            patience     -> RetryPolicy
            rehearsed    -> fake
            slowness     -> InjectedLatency
            spell        -> FaultSchedule
            surroundings -> Environment
            tidings      -> StartupChecks
            traveller    -> UiJourney
            trial        -> check
            unforeseen   -> unexpected
            unheard      -> firstFailure
            visitor      -> client
            witness      -> SaveObserver
            """);

    /** Words that stand next to each other in no name of a type or file. In the sentences that name tests they may. */
    private static final Map<String, String> RETIRED_PHRASES = table("""
            address book    -> HostMap
            admin file      -> TrustedFile
            app in use      -> ActiveClient
            ask first       -> ConsentRequired
            busy pauses     -> ThrottleBackoff
            checked only    -> CheckExtras
            chosen by name  -> LabelConverter
            class cache     -> AotCache
            enter goes on   -> EnterAsDefault
            focus in view   -> ScrollToFocus
            graph guard     -> AuthInterceptor
            hand work       -> ManualCompletion
            hoped for       -> expectedBody
            in a hurry      -> ShortTimeouts
            job past        -> JobHistory
            last answer     -> LayoutCache
            life sign       -> ProcessLock
            live secrets    -> SecretRedactor
            lost answer     -> NoResponse
            microsoft reach -> ConnectivityProbe
            microsoft side  -> AppLookup
            microsoft time  -> ClockSkew
            naming trust    -> IssuerReportingTrustManager
            network look    -> ConnectivityCheck
            other package   -> JpackageInstaller
            other ways      -> AlternativesCard
            practice corner -> PracticeMenu
            proxy door      -> ProxyAuthenticator
            release news    -> UpdateCheck
            secret copy     -> SecretClipboard
            set words       -> ManagedSettingsText
            settings desk   -> settings pages
            stored jar      -> JarContents
            strange answer  -> UnexpectedResponse
            take home       -> RenewalSummary
            typed text      -> SearchText
            usual sign in   -> SignInDefaults
            warning mail    -> NotificationEmail
            ways out        -> ProblemCode
            whole search    -> FullScan
            """);

    /** Ordinary words that say too little as the whole name of a type; fine as part of a longer one. */
    private static final Map<String, String> RETIRED_TYPES = table("""
            agreed       -> Consents
            asking       -> GraphReader
            beginning    -> ScenarioSetup
            beside       -> AdaptivePair
            call count   -> GraphCallCounter
            candidate    -> AppCandidate
            carrier      -> CredentialsApi
            causes       -> CauseChain
            changed      -> ChangeState
            checked      -> EntraSummary
            delay        -> ProgressNotice
            desk         -> RenewalHarness
            details      -> Diagnostics
            draft        -> RenewalState
            elsewhere    -> the pages of other providers
            ending       -> TaskOutcome
            exchange     -> HttpEvent
            finding      -> SettingsIssue
            first sync   -> SyncModel
            grants       -> TokenStore
            hands        -> UiDriver
            hold ups     -> RetryListener
            installed    -> InstallationCheck
            interruption -> UnfinishedSaves
            jobs         -> JobJson
            keeping      -> DocumentExport
            last time    -> PreviousRenewal
            late         -> Lazy
            link         -> StoredConnection
            lists        -> ListReader
            members      -> JsonFields
            off screen   -> RenderingCheck
            old token    -> RevocationRule
            person       -> ScriptedUser
            png          -> PngEncoder
            preparation  -> CredentialsBuilder
            problems     -> ProblemMapper
            question     -> ConsentQuestion
            questions    -> BatchReader
            reach        -> Connectivity
            real time    -> Timer
            refusal      -> ErrorResponse
            releases     -> ReleaseUrls
            resume       -> SyncRestartResult
            resuming     -> SyncRestart
            saving       -> SecretsWriter
            seat         -> PageFrame
            self test    -> SelfCheck
            services     -> EntraServices
            settled      -> first paint
            sheet        -> SceneSnapshot
            shown        -> Visibility
            stories      -> ScenarioGroups
            story        -> ScenarioSpec
            sync area    -> SyncCard
            title        -> SessionPages.title
            tools        -> Commands
            turns        -> FileMutex
            violations   -> SafetyMonitor
            waiting      -> Timer
            watching     -> LoggingInterceptor
            world        -> Session
            worlds       -> SessionSwitch
            """);

    private static final Pattern TOKEN = Pattern
            .compile("(?<skipped>\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\""
                    + "|'(?:\\\\.|[^'\\\\\\n])++'|//[^\\n]*+|/\\*[\\s\\S]*?\\*/|\\s++)|[A-Za-z_$][\\w$]*+|[\\s\\S]");
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+");
    private static final Set<String> KINDS = Set.of("class", "record", "interface", "enum");
    private static final Set<String> BEFORE_A_CALL = Set.of("return", "throw", "new", "else", "case", "yield", "assert",
            "do");

    /** A declared name. */
    private record Name(Kind kind, String text) {
        enum Kind {
            TYPE, METHOD, PACKAGE, FILE
        }
    }

    @Test
    void noRetiredNameComesBack() throws IOException {
        List<String> found = new ArrayList<>();
        for (String root : List.of("src", "packaging")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> names(file).distinct()
                                .flatMap(NamesTest::complaints)
                                .forEach(complaint -> found.add(file + ": " + complaint)));
            }
        }
        assertEquals(List.of(), found, () -> String.join("\n", found));
    }

    @ParameterizedTest
    @CsvSource({"class Tidings {}, 1", "class LateTidings {}, 1", "class WaysOut {}, 1",
            "List<String> patience(int x), 1", "int waysOut() {, 0",
            "package app.keyturn.aftercare;, 1", "record World(int x) {}, 1", "class PracticeWorld {}, 0",
            "void afterALostAnswer() {, 0",
            "int x = patience();, 0", "return patience();, 0", "// class Tidings {}, 0",
            "String s = \"class Tidings\";, 0",
            "void words() {, 0"})
    void onlyDeclaredNamesAreLookedAt(String source, int complaints) {
        assertEquals(complaints, declared(source).flatMap(NamesTest::complaints).count());
    }

    private static Stream<Name> names(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        try {
            return file.toString().endsWith(".java")
                    ? Stream.concat(Stream.of(new Name(Name.Kind.TYPE, name)), declared(Files.readString(file)))
                    : Stream.of(new Name(Name.Kind.FILE, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A method is declared where a name follows its type; a call follows a dot, an operator or a bracket. */
    private static Stream<Name> declared(String source) {
        List<String> tokens = TOKEN.matcher(source)
                .results()
                .filter(token -> token.group("skipped") == null)
                .map(MatchResult::group)
                .toList();
        Stream.Builder<Name> names = Stream.builder();
        for (int at = 1; at + 1 < tokens.size(); at++) {
            String before = tokens.get(at - 1);
            String token = tokens.get(at);
            if (!Character.isJavaIdentifierStart(token.charAt(0))) {
                continue;
            }
            if (KINDS.contains(before)) {
                names.add(new Name(Name.Kind.TYPE, token));
            } else if (tokens.get(at + 1).equals("(") && endsAType(before)) {
                names.add(new Name(Name.Kind.METHOD, token));
            } else if (tokens.getFirst().equals("package") && tokens.subList(0, at).indexOf(";") < 0) {
                names.add(new Name(Name.Kind.PACKAGE, token));
            }
        }
        return names.build();
    }

    private static boolean endsAType(String token) {
        return token.equals(">") || token.equals("]")
                || (Character.isJavaIdentifierStart(token.charAt(0)) && !BEFORE_A_CALL.contains(token));
    }

    private static Stream<String> complaints(Name name) {
        String words = WORD.matcher(name.text())
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ", " ", " "));
        boolean sentence = name.kind() == Name.Kind.METHOD;
        return Stream.of(
                RETIRED_WORDS.entrySet().stream().filter(old -> words.contains(" " + old.getKey() + " ")),
                RETIRED_PHRASES.entrySet()
                        .stream()
                        .filter(old -> !sentence && words.contains(" " + old.getKey() + " ")),
                RETIRED_TYPES.entrySet()
                        .stream()
                        .filter(old -> name.kind() == Name.Kind.TYPE && words.strip().equals(old.getKey())))
                .flatMap(each -> each)
                .map(old -> name.kind().name().toLowerCase(Locale.ROOT) + " " + name.text() + ": not \"" + old.getKey()
                        + "\" but " + old.getValue());
    }

    private static Map<String, String> table(String lines) {
        Map<String, String> table = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(" +-> ", 2)).forEach(pair -> table.put(pair[0].strip(), pair[1].strip()));
        return table;
    }
}
