package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The organisation to sign in to, if it is not the account's own. */
final class OtherTenant {
    /** The characters of a domain or an id. */
    private static final Pattern DOMAIN_OR_ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*");

    private final Messages messages;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    OtherTenant(Messages messages) {
        this.messages = messages;
        name.subscribe(_ -> message.bind(Messages.empty()));
    }

    /** Its domain or id, as entered; empty for the account's own. */
    StringProperty name() {
        return name;
    }

    /** Why the text is not accepted; empty if it may be right. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Its domain or id; empty for the account's own. */
    Optional<String> domainOrId() {
        return Optional.of(name.get().strip()).filter(text -> !text.isEmpty());
    }

    /** True if the text can be a domain or an id; shows a message at the field if not. */
    boolean validate() {
        boolean possible = domainOrId().filter(text -> !DOMAIN_OR_ID.matcher(text).matches()).isEmpty();
        message.bind(possible ? Messages.empty() : messages.live("signin.other-tenant.impossible"));
        return possible;
    }
}
