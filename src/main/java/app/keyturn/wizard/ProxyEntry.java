package app.keyturn.wizard;

import java.util.function.BiConsumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The user name and password entered for the network's proxy, on any page. */
public final class ProxyEntry {
    private final BiConsumer<String, String> remember;
    private final StringProperty user = new SimpleStringProperty(this, "user", "");
    private final StringProperty password = new SimpleStringProperty(this, "password", "");

    /**
     * Nothing is entered yet.
     *
     * @param remember takes user name and password for the next attempt; they are kept in memory only
     */
    public ProxyEntry(BiConsumer<String, String> remember) {
        this.remember = remember;
    }

    public StringProperty user() {
        return user;
    }

    /** The password: a secret. */
    public StringProperty password() {
        return password;
    }

    /** Passes on what was entered, if anything was, and forgets the password. */
    public void handOver() {
        if (!password.get().isEmpty()) {
            remember.accept(user.get().strip(), password.get());
        }
        forget();
    }

    /** Forgets a password that was not used. */
    void forget() {
        password.set("");
    }
}
