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
 * Puts a secret on the clipboard, marked so that each system's clipboard history, and other programs that keep one,
 * leave it out. The marks are requests; programs need not honour them.
 *
 * <ul>
 * <li>Windows: Microsoft Learn, "Clipboard Formats", "Cloud Clipboard and Clipboard History Formats". JavaFX registers
 * a format under the given name, and passes a {@link ByteBuffer} on unchanged (OpenJFX 26, {@code GlassClipboard.cpp}
 * and {@code WinSystemClipboard}): read in its source, not tried on Windows.
 * <li>Linux: {@code x-kde-passwordManagerHint}, as read by KDE's Klipper and others. Tried under X11: another program
 * reads the word "secret" under that name.
 * <li>macOS: the types of nspasteboard.org. JavaFX encodes all format names there
 * ({@code MacSystemClipboard.FormatEncoder}), so the system's own {@code osascript} copies the text, which it gets as
 * input and not as an argument. Not tried on macOS: if the text is not on the clipboard afterwards, it is copied
 * without marks.
 * </ul>
 */
public final class SecretClipboard {
    private static final String OSASCRIPT = "/usr/bin/osascript";
    private static final int TIMEOUT_SECONDS = 3;
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
     * Puts a secret on the clipboard, marked as far as the system allows. Call on the JavaFX thread. On macOS it
     * appears a moment later.
     */
    public static void put(String secret) {
        put(secret, OperatingSystem.current(), OSASCRIPT);
    }

    static void put(String secret, OperatingSystem system, String osascript) {
        switch (system) {
            case WINDOWS, OTHER -> Clipboard.getSystemClipboard().setContent(content(secret, system));
            // The script may be slow, and the window must not wait for it.
            case MAC -> Thread.ofVirtual().start(() -> {
                boolean succeeded = runScript(osascript, secret);
                Platform.runLater(() -> {
                    Clipboard clipboard = Clipboard.getSystemClipboard();
                    if (!succeeded || !secret.equals(clipboard.getString())) {
                        clipboard.setContent(content(secret, system));
                    }
                });
            });
        }
    }

    /** The text and its marks. */
    static Map<DataFormat, Object> content(String secret, OperatingSystem system) {
        Map<DataFormat, Object> content = new LinkedHashMap<>();
        content.put(DataFormat.PLAIN_TEXT, secret);
        switch (system) {
            case WINDOWS -> {
                content.put(format("ExcludeClipboardContentFromMonitorProcessing"), dwordZero());
                content.put(format("CanIncludeInClipboardHistory"), dwordZero());
                content.put(format("CanUploadToCloudClipboard"), dwordZero());
            }
            case MAC -> {
            }
            case OTHER -> content.put(format("x-kde-passwordManagerHint"), ByteBuffer.wrap("secret".getBytes(UTF_8)));
        }
        return content;
    }

    private static ByteBuffer dwordZero() {
        return ByteBuffer.allocate(Integer.BYTES);
    }

    /** JavaFX allows one format for each name, and may have seen it on the clipboard before. */
    private static DataFormat format(String name) {
        DataFormat existing = DataFormat.lookupMimeType(name);
        return existing == null ? new DataFormat(name) : existing;
    }

    private static boolean runScript(String osascript, String secret) {
        try {
            Process script = new ProcessBuilder(List.of(osascript, "-l", "JavaScript", "-e", MAC_SCRIPT))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream input = script.getOutputStream()) {
                input.write(secret.getBytes(UTF_8));
            }
            if (script.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return script.exitValue() == 0;
            }
            script.destroyForcibly();
            return false;
        } catch (IOException missing) {
            return false; // copied without marks
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
