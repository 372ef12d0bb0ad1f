package app.keyturn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.JavaCommand;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the program prints to a file or a pipe, on a computer whose code page lacks most letters. */
class RedirectedOutputTest {
    private static final String NAMES = "J\u00fcrgen \u5c71\u7530";

    @Test
    void outputAndErrorsAreUtf8() throws IOException {
        ProcessBuilder program = new ProcessBuilder(JavaCommand.command());
        program.command()
                .addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dstdout.encoding=US-ASCII",
                        "-Dstderr.encoding=US-ASCII", "-classpath", System.getProperty("java.class.path"),
                        PrintingProgram.class.getName()));
        Process printing = program.redirectErrorStream(true).start();
        String printed = new String(printing.getInputStream().readAllBytes(), UTF_8);
        assertTrue(printed.contains("output: " + NAMES), printed);
        assertTrue(printed.contains("error: " + NAMES), printed);
    }

    /** A process that prints names. */
    static final class PrintingProgram {
        private PrintingProgram() {}

        /** Prints them to both streams. */
        public static void main(String[] arguments) {
            Keyturn.printUtf8WhenRedirected();
            System.out.println("output: " + NAMES);
            System.err.println("error: " + NAMES);
        }
    }
}
