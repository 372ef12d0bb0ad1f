package app.keyturn.pages.elsewhere;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.RichText;
import app.keyturn.wizard.FxmlPage;
import app.keyturn.wizard.LazyPage;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.PageModel;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A side page for users who need no token in Microsoft Entra. */
public final class ElsewherePage extends FxmlPage<PageModel> {
    private final IdentitySource source;

    @FXML private Label heading;
    @FXML private Label lead;
    @FXML private VBox tell;
    @FXML private VBox instead;

    /** The page for one source, built when it is first shown. */
    public static Page lazy(IdentitySource source, Messages messages) {
        PageModel model = new PageModel(Messages.empty()) {};
        return new LazyPage(source.pageId(), model, () -> new ElsewherePage(source, model, messages));
    }

    private ElsewherePage(IdentitySource source, PageModel model, Messages messages) {
        super(source.pageId(), model, messages);
        this.source = source;
        view().setId("page-" + id());
        heading.textProperty().bind(messages.live(key("heading")));
        lead.textProperty().bind(messages.live(key("lead")));
        messages.language().subscribe(_ -> {
            fill(tell, "tell.1", "tell.2");
            fill(instead, "instead.1", "instead.2");
        });
    }

    private void fill(VBox box, String... parts) {
        RichText.fill(box, Stream.of(parts).map(part -> messages.text(key(part))).toList());
    }

    private String key(String part) {
        return "elsewhere." + source + "." + part;
    }
}
