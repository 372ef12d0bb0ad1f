package app.keyturn.testkit;

import app.keyturn.desktop.Desktop;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A desktop that only remembers. */
public class RecordingDesktop implements Desktop {
    /** The pages opened so far. */
    public final List<URI> opened = new ArrayList<>();
    /** What is on the clipboard. */
    public String clipboard = "";
    /** True if it was put there as a secret. */
    public boolean secret;
    /** Whose ways this desktop has. */
    public Kind kind = Kind.OTHER;
    /** False for a desktop without a browser. */
    public boolean browser = true;

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
    public void copy(String text) {
        clipboard = text;
        secret = false;
    }

    @Override
    public void copySecret(String text) {
        clipboard = text;
        secret = true;
    }

    @Override
    public Optional<String> paste() {
        return Optional.of(clipboard);
    }

    @Override
    public void forgetCopied(String text) {
        clipboard = clipboard.equals(text) ? "" : clipboard;
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return Optional.empty();
    }
}
