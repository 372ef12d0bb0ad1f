package app.keyturn.pages.elsewhere;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.RichText;
import app.keyturn.wizard.FxmlPage;
import app.keyturn.wizard.PageModel;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** An aside page for people who need no token in Microsoft Entra. The frame's <em>Back</em> leads away from it. */
public final class ElsewherePage extends FxmlPage<PageModel> {
    private final IdentitySource source;

    @FXML
    private Label heading;
    @FXML
    private Label lead;
    @FXML
    private VBox tell;
    @FXML
    private VBox instead;

    /**
     * Builds the page.
     *
     * @param source which one
     * @param model what it knows
     * @param messages the words
     */
    public ElsewherePage(IdentitySource source, PageModel model, Messages messages) {
        super(source.pageId(), model, messages);
        this.source = source;
        heading.textProperty().bind(messages.live(key("heading")));
        lead.textProperty().bind(messages.live(key("lead")));
        messages.language().subscribe(_ -> {
            fill(tell, "tell.1", "tell.2");
            fill(instead, "instead.1", "instead.2");
        });
        view().setId("page-" + id());
    }

    private void fill(VBox box, String... parts) {
        RichText.fill(box, Stream.of(parts).map(part -> messages.text(key(part))).toList());
    }

    private String key(String part) {
        return "elsewhere." + source + "." + part;
    }
}
