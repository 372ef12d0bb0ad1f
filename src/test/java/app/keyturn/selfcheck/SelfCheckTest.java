package app.keyturn.selfcheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.Keyturn;
import app.keyturn.platform.SystemTrust;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.selfcheck.SelfCheck.Check;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.NoSuchElementException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@code --self-test} checks, and how it reports failures. */
class SelfCheckTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TestFactory
    Stream<DynamicTest> aCompleteInstallationPassesEveryCheck() {
        return Keyturn.selfChecks().stream().map(check -> DynamicTest.dynamicTest(check.name(), () -> {
            assertTrue(report(check), this::lines);
            assertTrue(lines().startsWith("ok      " + check.name() + ": "), this::lines);
            // A console of Windows prints them as question marks.
            assertFalse(lines().matches("(?s).*[\\u2013-\\u201D\\u2026].*"), this::lines);
        }));
    }

    @Test
    void aFailedCheckSaysWhyAndTheOthersStillRun() {
        assertFalse(report(new Check("one", () -> {
            throw new IOException("no port\nis free");
        }), new Check("two", () -> "fine")));
        assertEquals("""
                failed  one: IOException: no port is free
                ok      two: fine
                1 of 2 checks failed.
                """, lines());
    }

    @Test
    void aMissingLibraryIsAFailure() {
        assertFalse(report(new Check("fonts", () -> {
            throw new UnsatisfiedLinkError("no javafx_font");
        })));
        assertTrue(lines().startsWith("failed  fonts: UnsatisfiedLinkError: no javafx_font"), this::lines);
    }

    @Test
    void aWrappedFailureIsReportedByItsCause() {
        assertFalse(report(new Check("pages", () -> {
            throw new UncheckedIOException("StartPage.fxml", new IOException("cut off"));
        })));
        assertTrue(lines().startsWith("failed  pages: IOException: cut off"), this::lines);
    }

    @Test
    void aProblemIsReportedByItsCode() {
        assertFalse(report(new Check("practice world", () -> {
            throw new ProblemException(new Problem(ProblemCode.NET_UNREACHABLE, ChangeState.NOTHING,
                    Diagnostics.at(Instant.EPOCH)));
        })));
        assertTrue(lines().startsWith("failed  practice world: ProblemException: NET-UNREACHABLE"), this::lines);
    }

    @Test
    void aMissingModuleIsNamed() {
        assertEquals("missing: java.gone",
                assertThrows(NoSuchElementException.class,
                        () -> InstallationCheck.modules(List.of("java.base", "java.gone")))
                        .getMessage());
    }

    @Test
    void anEmptyTextOrOneWithInvalidArgumentsIsNamed() {
        assertEquals("nothing stands under start.title", assertThrows(IllegalArgumentException.class,
                () -> InstallationCheck.texts(bundle("start.title", " "))).getMessage());
        assertEquals("the gaps of start.head are not right", assertThrows(IllegalArgumentException.class,
                () -> InstallationCheck.texts(bundle("start.head", "{0"))).getMessage());
    }

    @Test
    void aJavaWithoutCertificatesFails() {
        assertThrows(CertificateException.class,
                () -> TlsCheck.certificates(new SystemTrust(List.of(), List.of(), List.of())));
    }

    @Test
    void aSystemWithoutCertificatesPasses() throws CertificateException {
        SystemTrust real = SystemTrust.ofThisComputer();
        assertTrue(TlsCheck.certificates(new SystemTrust(real.javaAuthorities(), List.of(), List.of()))
                .contains(" 0 of this computer's"));
    }

    @Test
    void theRedirectListenerIsReachedOverIpv4() throws Exception {
        assertEquals("127.0.0.1", LoopbackCheck.run().getFirst());
    }

    private boolean report(Check... checks) {
        printed.reset();
        return SelfCheck.run(List.of(checks), new PrintStream(printed, true, UTF_8));
    }

    private String lines() {
        return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static ResourceBundle bundle(String key, String text) {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][]{{key, text}};
            }
        };
    }
}
