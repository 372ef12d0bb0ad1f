package app.keyturn.pages.start;

import app.keyturn.wizard.Messages;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The names of the practice scenarios, for a choice that is not typed into. */
final class ScenarioNames extends StringConverter<String> {
    private final Messages messages;

    ScenarioNames(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String toString(@Nullable String id) {
        return id == null ? "" : messages.text("scenario." + id);
    }

    @Override
    public String fromString(String name) {
        throw new UnsupportedOperationException("A scenario is chosen, not typed");
    }
}
