package app.keyturn.renewal;

/**
 * One key and value of what Entra calls an app's synchronization secrets, exactly as Microsoft answered it.
 *
 * @param key for example {@code BaseAddress}; Microsoft may add keys this program has never heard of
 * @param value the value, byte for byte; one asterisk stands for a secret that Microsoft does not show
 */
public record ConnectionPair(String key, String value) {
    /** The key under which the token stands. */
    public static final String SECRET_TOKEN = "SecretToken";
    /** The key under which Apple's address stands. */
    public static final String BASE_ADDRESS = "BaseAddress";
    /** The key under which stands who gets Microsoft's warning mail, as JSON. */
    static final String NOTIFICATIONS = "SyncNotificationSettings";

    /** What Microsoft answers in place of a secret. Sent back, it might become the secret. */
    static final String MASK = "*";

    /** True if Microsoft hid the value. */
    public boolean masked() {
        return value.equals(MASK);
    }

    /** The key alone: a value may be a secret. */
    @Override
    public String toString() {
        return key;
    }
}
