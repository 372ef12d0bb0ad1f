package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    private static final File FOLDER = new File("Maple: School");

    @ParameterizedTest
    @ValueSource(strings = {"a<b.html", "a>b.html", "a:b.html", "C:", "receipt.html:hidden", "a\"b.html", "a|b.html",
            "a?b.html", "a*b.html", "a\tb.html", "a\nb.html", "a\u0001b.html", "a\u001fb.html", "receipt.html.",
            "receipt.html...", "receipt.html ", "receipt ", " ", ".", "..", "CON", "con", "Con.html", "PRN.ics", "AUX",
            "NUL", "nul.tar.gz", "NUL .html", "COM1", "com9.html", "COM\u00B2.html", "LPT1", "lpt9.html", "LPT\u00B3",
            "CONIN$", "conout$.html"})
    void windowsDoesNotAllow(String name) {
        assertNotAllowed(OperatingSystem.WINDOWS, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipt.html", "my receipt.html", ".html", " receipt.html", "receipt", "a.b.c",
            "CONSOLE.html",
            "ICON", "COM", "COM0.html", "COM10.html", "COMA", "LPT.html", "NULL.html", "auxiliary.html",
            "receipt-NUL.html",
            "a,b;c=[d]{e}'f'&g#h%20~$.html", "\u5C71 J\u00FCrgen.html", "\u0440\u0435\u0446.html"})
    void everySystemAllows(String name) {
        for (OperatingSystem system : OperatingSystem.values()) {
            assertEquals(new File(name).toPath(), FileName.toPath(system, new File(name)));
        }
    }

    /** Their own file systems decide, which the real one need not be. */
    @ParameterizedTest
    @ValueSource(strings = {"CON", "NUL.html", "a:b?.html", "what?.html", "receipt.html.", "receipt.html "})
    void elsewhereTheyAreNamesLikeOthers(String name) throws IOException {
        try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
            for (OperatingSystem system : List.of(OperatingSystem.MAC, OperatingSystem.OTHER)) {
                assertEquals(unix.getPath(FOLDER.getPath(), name), FileName.toPath(system, fileOn(unix, name)));
            }
        }
    }

    @Test
    void aNameThatJavaRefusesIsNotAllowedAnywhere() {
        for (OperatingSystem system : OperatingSystem.values()) {
            assertNotAllowed(system, "a\u0000b");
        }
    }

    @SuppressWarnings("serial")
    private static File fileOn(FileSystem system, String name) {
        return new File(FOLDER, name) {
            @Override
            public Path toPath() {
                return system.getPath(FOLDER.getPath(), name);
            }
        };
    }

    private static void assertNotAllowed(OperatingSystem system, String name) {
        assertEquals(name, assertThrows(InvalidPathException.class,
                () -> FileName.toPath(system, new File(FOLDER, name))).getInput());
    }
}
