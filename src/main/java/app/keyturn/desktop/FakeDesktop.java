package app.keyturn.desktop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A desktop without a user, for the walkthrough and the self-check: pages that would open in a browser are queued, the
 * clipboard is a variable, and files are saved to one folder.
 */
public final class FakeDesktop implements Desktop {
    private final Path folder;
    private final BlockingQueue<URI> opened = new LinkedBlockingQueue<>();
    private volatile String clipboard = "";

    /**
     * Creates a desktop.
     *
     * @param folder receives the files; it must exist when one is saved
     */
    public FakeDesktop(Path folder) {
        this.folder = folder;
    }

    @Override
    public Kind kind() {
        return Kind.OTHER;
    }

    @Override
    public boolean open(URI page) {
        return opened.add(page);
    }

    @Override
    public boolean open(Path place) {
        return opened.add(place.toUri());
    }

    /** Saves the file, as if the user's program had taken it. */
    @Override
    public boolean openCopy(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
            return true;
        } catch (IOException notWritten) {
            return false;
        }
    }

    /** Waits for the next page to be opened, and returns it. */
    public URI nextPage(Duration atMost) throws InterruptedException {
        URI page = opened.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (page == null) {
            throw new IllegalStateException("No page was opened in the browser");
        }
        return page;
    }

    @Override
    public void copy(String text) {
        clipboard = text;
    }

    @Override
    public void copySecret(String secret) {
        copy(secret);
    }

    @Override
    public Optional<String> paste() {
        return Optional.of(clipboard).filter(text -> !text.isEmpty());
    }

    @Override
    public void forgetCopied(String text) {
        if (clipboard.contains(text)) {
            clipboard = "";
        }
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return Optional.of(folder.resolve(suggestedName));
    }
}
