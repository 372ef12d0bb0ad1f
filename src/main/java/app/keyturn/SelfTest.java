package app.keyturn;

import app.keyturn.practice.PracticeSettings;
import app.keyturn.practice.PracticeWorld;
import app.keyturn.practice.Scenario;
import app.keyturn.wizard.Messages;
import java.io.PrintStream;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;

/** Checks that this installation is whole, without a window. */
final class SelfTest {
    private SelfTest() {}

    /**
     * Checks one thing after the other.
     *
     * @param out gets a line each
     * @return true if all is well
     */
    static boolean run(PrintStream out) {
        boolean[] fine = {check(out, "version", Keyturn::version),
                check(out, "words", () -> Messages.in(Locale.getDefault()).locale().getDisplayLanguage(Locale.ENGLISH)),
                check(out, "JavaFX", () -> module("javafx.controls") + ", " + module("javafx.fxml")),
                check(out, "TLS", SelfTest::tls),
                check(out, "practice world on loopback", SelfTest::practice)};
        return IntStream.range(0, fine.length).allMatch(i -> fine[i]);
    }

    private static boolean check(PrintStream out, String what, Callable<String> found) {
        try {
            out.println("ok      " + what + ": " + found.call());
            return true;
        } catch (Exception e) {
            out.println("failed  " + what + ": " + e.getClass().getSimpleName());
            return false;
        }
    }

    private static String module(String name) {
        return ModuleLayer.boot().findModule(name).orElseThrow().getDescriptor().toNameAndVersion();
    }

    private static String tls() throws NoSuchAlgorithmException {
        return String.join(", ", SSLContext.getDefault().getDefaultSSLParameters().getProtocols());
    }

    private static String practice() throws Exception {
        try (PracticeWorld world = PracticeWorld.open(Scenario.HEALTHY, "school",
                PracticeSettings.forPeople(Locale.ENGLISH))) {
            return world.addresses().keySet().size() + " addresses";
        }
    }
}
