package app.keyturn.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/**
 * Puts a secret on the clipboard with the marks by which each system's clipboard history, and programs that keep one,
 * know that they should not keep it. A mark is a request; nobody is bound to heed it.
 *
 * <ul>
 * <li>Windows: Microsoft Learn, "Clipboard Formats", "Cloud Clipboard and Clipboard History Formats". JavaFX registers a
 * format under the name it is given, and hands a {@link ByteBuffer} over as it is (OpenJFX 26,
 * {@code GlassClipboard.cpp} and {@code WinSystemClipboard}): read there, not tried on Windows.
 * <li>Linux: {@code x-kde-passwordManagerHint}, as KDE's Klipper and others read it. Tried under X11: another program
 * reads the six letters under that name.
 * <li>macOS: the types of nspasteboard.org. JavaFX turns every name of a format into one of its own making there
 * ({@code MacSystemClipboard.FormatEncoder}), so the system's own {@code osascript} puts the text there, which it reads
 * from its input and not from its command. Not tried on macOS: if the text is not on the clipboard afterwards, it is
 * copied without marks.
 * </ul>
 */
public final class SecretClipboard {
    private static final String OSASCRIPT = "/usr/bin/osascript";
    private static final int PATIENCE_SECONDS = 3;
    private static final String MAC_SCRIPT = """
            ObjC.import('AppKit');
            var input = $.NSFileHandle.fileHandleWithStandardInput.readDataToEndOfFile;
            var text = $.NSString.alloc.initWithDataEncoding(input, $.NSUTF8StringEncoding);
            var board = $.NSPasteboard.generalPasteboard;
            board.clearContents;
            board.setStringForType(text, 'public.utf8-plain-text');
            board.setStringForType('', 'org.nspasteboard.ConcealedType');
            board.setStringForType('', 'org.nspasteboard.TransientType');
            """;

    private SecretClipboard() {}

    /**
     * Puts a secret on the clipboard, marked as far as the system can; to be called on JavaFX's thread. On macOS it is
     * there a moment later.
     */
    public static void put(String secret) {
        put(secret, OperatingSystem.current(), OSASCRIPT);
    }

    /**
     * The same on a given system.
     *
     * @param osascript the program that runs scripts on macOS
     */
    static void put(String secret, OperatingSystem system, String osascript) {
        switch (system) {
            case WINDOWS, OTHER -> Clipboard.getSystemClipboard().setContent(content(secret, system));
            // The script may take its time, and the window must not wait for it.
            case MAC -> Thread.ofVirtual().start(() -> {
                boolean ran = run(osascript, secret);
                Platform.runLater(() -> {
                    Clipboard clipboard = Clipboard.getSystemClipboard();
                    if (!ran || !secret.equals(clipboard.getString())) {
                        clipboard.setContent(content(secret, system));
                    }
                });
            });
        }
    }

    /** What is put on the clipboard: the text and the marks. */
    static Map<DataFormat, Object> content(String secret, OperatingSystem system) {
        Map<DataFormat, Object> content = new LinkedHashMap<>();
        content.put(DataFormat.PLAIN_TEXT, secret);
        switch (system) {
            case WINDOWS -> {
                content.put(format("ExcludeClipboardContentFromMonitorProcessing"), zero());
                content.put(format("CanIncludeInClipboardHistory"), zero());
                content.put(format("CanUploadToCloudClipboard"), zero());
            }
            case MAC -> {
            }
            case OTHER -> content.put(format("x-kde-passwordManagerHint"), ByteBuffer.wrap("secret".getBytes(UTF_8)));
        }
        return content;
    }

    /** A Windows DWORD. */
    private static ByteBuffer zero() {
        return ByteBuffer.allocate(Integer.BYTES);
    }

    /** JavaFX has one format of each name, and may have met it on the clipboard before. */
    private static DataFormat format(String name) {
        DataFormat known = DataFormat.lookupMimeType(name);
        return known == null ? new DataFormat(name) : known;
    }

    private static boolean run(String osascript, String secret) {
        try {
            Process script = new ProcessBuilder(List.of(osascript, "-l", "JavaScript", "-e", MAC_SCRIPT))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream input = script.getOutputStream()) {
                input.write(secret.getBytes(UTF_8));
            }
            if (script.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return script.exitValue() == 0;
            }
            script.destroyForcibly();
            return false;
        } catch (IOException notThere) {
            return false; // it is copied without marks
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
