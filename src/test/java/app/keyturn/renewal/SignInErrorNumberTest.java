package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error number in what a user copies from Microsoft's page. */
class SignInErrorNumberTest {
    private static final String ID = "50105123-5310-4f6a-9000-530030000000";

    /** The number, and a text with it where {@code @} stands for an id. */
    private static final String PASTED = """
            50105~50105
            50105~ 50105\\n
            50105~AADSTS50105
            50105~aadsts50105
            50105~AADSTS 50105
            50105~AADSTS\\n50105
            50105~AADSTS\\r\\n50105: Your administrator has configured the application
            50105~AADSTS: 50105
            50105~AADSTS-50105
            50105~AADSTS#50105
            50105~AADSTS code 50105
            50105~AADSTS-Fehlercode 50105
            50105~(AADSTS50105)
            50105~[AADSTS50105]
            50105~"AADSTS50105"
            50105~AADSTS50105.
            50105~AADSTS50105:Your
            50105~AADSTS501\\n05
            50034~AADSTS5003\\n4: The user account does not exist
            50105~AADSTS50105\\n2026-03-05
            50105~AADSTS501052026-03-05T09:00:00Z
            50105~AADSTS5010509:00:00
            50105~AADSTS5010550105123-5310-4f6a-9000-530030000000
            50105~\uff21\uff21\uff24\uff33\uff34\uff33\uff15\uff10\uff11\uff10\uff15
            50105~AADSTS\uff15\uff10\uff11\uff10\uff15
            50105~\uff15\uff10\uff11\uff10\uff15
            50105~AADSTS\u3000\uff15\uff10\uff11\uff10\uff15\uff1a\u7ba1\u7406\u8005
            50105~AADSTS\u06650105
            50105~AADSTS\u200b50105
            50105~AAD\u00adSTS50105
            50105~AADSTS\u00a050105
            50105~AADSTS50\u200b105
            50105~Request Id: @\\nCorrelation Id: @\\nTimestamp: 2026-03-05T09:00:00Z\\nMessage: AADSTS50105: Words
            50105~Request Id: @Correlation Id: @Timestamp: 2026-03-05T09:00:00ZMessage: AADSTS50105: Words
            50105~Message: AADSTS50105: Words. Trace ID: @ Correlation ID: @ Timestamp: 2026-03-05 09:00:00Z
            50105~Anforderungs-ID: @\\nZeitstempel: 2026-03-05T09:00:00Z\\nMeldung: AADSTS50105: Der angemeldete Benutzer
            53003~Error Code: 53003\\nRequest Id: @\\nCorrelation Id: @\\nTimestamp: 2026-03-05T09:00:00.5010500Z\\nDevice platform: Windows 10
            53003~Error Code: 53003Request Id: @Correlation Id: @Timestamp: 2026-03-05T09:00:00.000ZApp id: @
            53003~Request Id: @\\nError Code: 53003
            53003~Fehlercode: 53003
            53003~Fehlercode:53003
            53003~Fehlercode\uff1a\uff15\uff13\uff10\uff10\uff13
            53003~Fehlercode: 530032026-03-05
            53003~Fehlercode: 5300350105123-5310-4f6a-9000-530030000000
            53003~Code d\u2019erreur : 53003
            53003~C\u00f3digo de error: 53003
            53003~Foutcode: 53003, tijdstip 05-03-2026 09:00
            53003~\u30a8\u30e9\u30fc \u30b3\u30fc\u30c9: 53003
            53003~\u30a8\u30e9\u30fc53003\u3067\u3059
            53003~Datum: 5.3.2026, Fehler 53003
            53003~3/5/2026 9:00:00 AM 53003
            53003~2026/03/05 53003
            53003~2026\u5e743\u67085\u65e5 53003
            53003~https://login.microsoftonline.com/error?code=53003
            53003~{"error_codes":[53003],"timestamp":"2026-03-05 09:00:00Z","trace_id":"@"}
            50076~{"error":"invalid_grant","error_description":"AADSTS50076: Words.","error_codes":[50076]}
            50105~https://login.microsoftonline.com/x?error=access_denied&error_description=AADSTS50105%3a+Words.%0d%0aTrace+ID%3a+@
            50105~error=access_denied&error_description=AADSTS%3A%2050105%3A+Words&error_uri=https%3A%2F%2Flogin.microsoftonline.com%2Ferror%3Fcode%3D50105
            50105~#error=access_denied&error_subcode=cancel&error_description=AADSTS50105
            53003~Details zur Problembehandlung\\nFehler Kopierinformationen in Zwischenablage\\nRequest Id: @\\nCorrelation Id: @\\nTimestamp: 2026-03-05T09:00:00Z\\nFehlercode: 53003
            53003~Détails de dépannage\\nID de requête : @\\nHorodatage : 2026-03-05T09:00:00Z\\nCode d\u2019erreur : 53003
            53003~Detalles de solución de problemas\\nId. de solicitud: @\\nMarca de tiempo: 2026-03-05T09:00:00Z\\nCódigo de error: 53003
            53003~Details voor probleemoplossing\\nAanvraag-id: @\\nTijdstempel: 2026-03-05T09:00:00Z\\nFoutcode: 53003
            53003~トラブルシューティングの詳細\\n要求 ID: @\\nタイムスタンプ: 2026-03-05T09:00:00Z\\nエラー コード: ５３００３
            53003~App name: Microsoft Graph Command Line Tools\\nApp id: 14d82eec-204b-4c2f-b7e8-296a70dab67e\\nIP address: 203.0.113.53\\nDevice state: Unregistered\\nError Code: 53003
            53003~IP address: 2001:db8:1234:5678::53003\\nError Code: 53003
            50105~error code ٥٠١٠٥
            50105~AADSTS\u06f5\u06f0\u06f1\u06f0\u06f5
            50105~> AADSTS50105
            50105~AADSTS&#8203;50105
            50105~AADSTS<wbr>50105
            50105~AADSTS 50 105
            50105~See 53003 and AADSTS50105
            50105~AADSTS99999: unknown. AADSTS50105: known
            99999~AADSTS99999: unknown
            99999~Error code: 99999 at 2026-03-05
            1234567~1234567
            1234~1234
            9002327~AADSTS9002327: Tokens issued for the 'Single-Page Application' client-type
            1000104~AADSTS1000104: Resource cloud
            65004~AADSTS65004: User declined to consent to access the app.\\r\\nTrace ID: @
            500011~AADSTS500011: The resource principal named https://graph.microsoft.com
            7000218~Sorry, AADSTS7000218: The request body must contain 'client_assertion'. Trace ID: @
            """;

    static Stream<Arguments> pasted() {
        return PASTED.lines()
                .map(line -> line.split("~", 2))
                .map(parts -> Arguments.of(Integer.valueOf(parts[0]),
                        parts[1].replace("@", ID).translateEscapes()));
    }

    @ParameterizedTest
    @MethodSource("pasted")
    void theNumberIsFoundInWhateverIsPasted(int number, String text) {
        assertEquals(Optional.of(new SignInErrorNumber(number)), SignInErrorNumber.in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:53003/", "localhost:50105", "127.0.0.1:53003", "http://[::1]:50034",
            "authorize?client_id=14d82eec-204b-4c2f-b7e8-296a70dab67e&redirect_uri=http%3A%2F%2Flocalhost%3A50105", "",
            " ", "12", "123", "123456789", "123456789012", "AADSTS", "AADSTS:", "AADSTS12",
            "AADSTS123456789", "2026-03-05", "2026-03-05T09:00:00Z", "Timestamp: 2026-03-05T09:00:00.5010500Z",
            "05.03.2026",
            "3/5/2026 9:00", ID, "Request Id: " + ID, "AADSTS " + ID, "{" + ID + "}", "AADSTS 2026-03-05", "no number",
            "14d82eec-204b-4c2f-b7e8-296a70dab67e", "5010512353104f6a9000530030000000", "Room 1234, floor 12",
            "2026 and 1999", "10:50105", "1.50105", "+49 89 501050000"})
    void whereThereIsNoneNoneIsFound(String text) {
        assertEquals(Optional.empty(), SignInErrorNumber.in(text));
    }

    @ParameterizedTest
    @CsvSource({"Error code: 50105", "50105", "See 53003", "code=53003"})
    void aDescriptionOfMicrosoftsNamesItsNumberAfterAadsts(String text) {
        assertEquals(Optional.empty(), SignInErrorNumber.named(text));
        assertEquals(Optional.of(new SignInErrorNumber(65004)), SignInErrorNumber.named(text + " AADSTS65004: Words"));
    }

    @Test
    void anIdOrADateIsNeverTakenForANumberWhateverStandsAroundIt() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String text = words(random) + idOrDate(random) + words(random) + idOrDate(random) + words(random);
            assertEquals(Optional.empty(), SignInErrorNumber.in(text), () -> "seed " + seed + ": " + text);
        }
    }

    @Test
    void theNumberAfterAadstsIsFoundWhateverStandsAroundIt() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int[] known = IntStream.range(10_000, 1_000_000)
                .filter(number -> new SignInErrorNumber(number).meaning().isPresent())
                .toArray();
        for (int i = 0; i < 5_000; i++) {
            int number = known[random.nextInt(known.length)];
            String text = words(random) + idOrDate(random) + words(random) + "AADSTS" + number + words(random)
                    + idOrDate(random);
            assertEquals(Optional.of(new SignInErrorNumber(number)), SignInErrorNumber.in(text),
                    () -> "seed " + seed + ": " + text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0007", "AADSTS0000", "Error code: 00123", "00000999"})
    void aNumberTooSmallForMicrosoftIsNone(String text) {
        assertEquals(Optional.empty(), SignInErrorNumber.in(text));
    }

    @Test
    void noTextMakesItFail() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(60), 0, 0x2_0000)
                    .map(sign -> random.nextBoolean() ? sign : "AADSTS0123456789-:.\n ".charAt(sign % 21))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            SignInErrorNumber.in(text)
                    .ifPresent(found -> assertEquals(found, SignInErrorNumber.in(found.toString())
                            .orElseThrow(), () -> "seed " + seed + ": " + text));
        }
    }

    /** An id or date that begins, ends or goes on with digits that are a known number elsewhere. */
    private static String idOrDate(Random random) {
        String known = List.of("50105", "53003", "65001", "90094", "500213").get(random.nextInt(5));
        return switch (random.nextInt(5)) {
            case 0 -> hex(random, 8 - known.length(), known) + "-" + hex(random, 4, "") + "-" + hex(random, 4, "") + "-"
                    + hex(random, 4, "") + "-" + hex(random, 12, "");
            case 1 ->
                hex(random, 8, "") + "-" + hex(random, 4, "") + "-" + hex(random, 4, "") + "-" + hex(random, 4, "")
                        + "-" + hex(random, 12 - known.length(), known);
            case 2 -> "2026-%02d-%02dT09:%02d:00.%sZ".formatted(1 + random.nextInt(12), 1 + random.nextInt(28),
                    random.nextInt(60), known);
            case 3 -> "%02d.%02d.2026".formatted(1 + random.nextInt(28), 1 + random.nextInt(12));
            default -> "2026-%02d-%02d 09:%02d:00Z".formatted(1 + random.nextInt(12), 1 + random.nextInt(28),
                    random.nextInt(60));
        };
    }

    private static String hex(Random random, int count, String beginning) {
        return random.ints(count, 0, 16)
                .collect(() -> new StringBuilder(beginning),
                        (text, digit) -> text.append(Character.forDigit(digit, 16)),
                        StringBuilder::append)
                .toString();
    }

    /** Words without digits, of several languages, and signs. */
    private static String words(Random random) {
        List<String> parts = List.of("Request Id: ", "Timestamp:", "\n", "Meldung ", " – ", "コード", ": ",
                "Correlation ID:",
                "«", "Fehler", "error", "(", ")", " ", "\r\n", "AADSTS", "d’erreur ", "。");
        return random.ints(random.nextInt(5), 0, parts.size())
                .mapToObj(parts::get)
                .reduce(random.nextBoolean() ? " " : "", String::concat);
    }
}
