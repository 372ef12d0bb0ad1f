package app.keyturn.wizard;

import java.util.function.BiConsumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the person types where the network's proxy asks for a password, on whichever page that is. */
public final class ProxyEntry {
    private final BiConsumer<String, String> hold;
    private final StringProperty user = new SimpleStringProperty(this, "user", "");
    private final StringProperty password = new SimpleStringProperty(this, "password", "");

    /**
     * Makes it.
     *
     * @param hold takes user name and password for the next attempt, and keeps them in memory only
     */
    public ProxyEntry(BiConsumer<String, String> hold) {
        this.hold = hold;
    }

    /** The user name. */
    public StringProperty user() {
        return user;
    }

    /** The password: a secret. */
    public StringProperty password() {
        return password;
    }

    /** Hands over what was typed, if anything was, and keeps no password. */
    public void handOver() {
        if (!password.get().isEmpty()) {
            hold.accept(user.get().strip(), password.get());
        }
        forget();
    }

    /** Lets go of a password that was not used. */
    void forget() {
        password.set("");
    }
}
