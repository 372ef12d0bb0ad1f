package app.keyturn.testkit;

import app.keyturn.desktop.Desktop;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A desktop that records what it is asked for, on one thread. The program's own {@code FakeDesktop} hands opened pages
 * over between threads instead, and has nothing that only tests need.
 */
public class RecordingDesktop implements Desktop {
    /** The pages and files opened so far. */
    public final List<URI> opened = new ArrayList<>();
    /** The text on the clipboard. */
    public String clipboard = "";
    /** True if it was copied as a secret. */
    public boolean secret;
    /** The system that this desktop belongs to. */
    public Kind kind = Kind.OTHER;
    /** False for a desktop without a browser. */
    public boolean browser = true;

    /** The files opened so far, with their content. */
    public final Map<String, byte[]> copies = new LinkedHashMap<>();
    /** False for a desktop without a program for files. */
    public boolean opensFiles = true;

    /** True while another program holds the clipboard. */
    public boolean clipboardTaken;

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean open(URI page) {
        opened.add(page);
        return browser;
    }

    @Override
    public boolean open(Path place) {
        return open(place.toUri());
    }

    @Override
    public boolean openCopy(String name, byte[] content) {
        if (opensFiles) {
            copies.put(name, content);
        }
        return opensFiles;
    }

    @Override
    public void copy(String text) {
        requireClipboard();
        clipboard = text;
        secret = false;
    }

    @Override
    public void copySecret(String text) {
        requireClipboard();
        clipboard = text;
        secret = true;
    }

    @Override
    public Optional<String> paste() {
        requireClipboard();
        return Optional.of(clipboard);
    }

    @Override
    public void forgetCopied(String text) {
        requireClipboard();
        clipboard = clipboard.equals(text) ? "" : clipboard;
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return Optional.empty();
    }

    private void requireClipboard() {
        if (clipboardTaken) {
            throw new IllegalStateException("The clipboard is taken");
        }
    }
}
