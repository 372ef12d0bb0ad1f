package app.keyturn.desktop;

import app.keyturn.platform.Browser;
import app.keyturn.platform.FileName;
import app.keyturn.platform.FilesToOpen;
import app.keyturn.platform.Folders;
import app.keyturn.platform.OperatingSystem;
import app.keyturn.platform.SecretClipboard;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The user's real desktop. */
public final class FxDesktop implements Desktop {
    private final Window window;

    /**
     * Creates the desktop.
     *
     * @param window owns the file dialogs
     */
    public FxDesktop(Window window) {
        this.window = window;
    }

    @Override
    public Kind kind() {
        return switch (OperatingSystem.current()) {
            case WINDOWS -> Kind.WINDOWS;
            case MAC -> Kind.MAC;
            case OTHER -> Kind.OTHER;
        };
    }

    @Override
    public boolean open(URI page) {
        return Browser.open(page);
    }

    @Override
    public boolean open(Path place) {
        return Browser.open(place);
    }

    @Override
    public boolean openCopy(String name, byte[] content) {
        try {
            return open(FilesToOpen.write(Folders.ofCurrentUser().data(), name, content));
        } catch (IOException notWritten) {
            return false;
        }
    }

    @Override
    public void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public void copySecret(String secret) {
        SecretClipboard.put(secret);
    }

    @Override
    public Optional<String> paste() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
    }

    @Override
    public void forgetCopied(String text) {
        if (paste().filter(held -> held.contains(text)).isPresent()) {
            Clipboard.getSystemClipboard().clear();
        }
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName);
        String type = "*" + suggestedName.substring(suggestedName.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(type, type));
        return Optional.ofNullable(chooser.showSaveDialog(window))
                .map(typed -> FileName.toPath(OperatingSystem.current(), typed));
    }
}
