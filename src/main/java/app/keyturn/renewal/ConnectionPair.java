package app.keyturn.renewal;

/**
 * A key and value of what Entra calls an app's synchronization secrets, exactly as Microsoft returned it.
 *
 * @param key for example {@code BaseAddress}; Microsoft may add keys unknown to this program
 * @param value the value, byte for byte; one asterisk stands for a secret that Microsoft does not show
 */
public record ConnectionPair(String key, String value) {
    /** The key of the token. */
    public static final String SECRET_TOKEN = "SecretToken";
    /** The key of Apple's address. */
    public static final String BASE_ADDRESS = "BaseAddress";
    /** The key of the recipients of Microsoft's warning e-mail; its value is JSON. */
    static final String NOTIFICATIONS = "SyncNotificationSettings";

    /** What Microsoft returns in place of a secret. Sent back, it might become the secret. */
    static final String MASK = "*";

    /** True if Microsoft hides the value. */
    public boolean masked() {
        return value.equals(MASK);
    }

    /** The key alone: a value may be a secret. */
    @Override
    public String toString() {
        return key;
    }
}
