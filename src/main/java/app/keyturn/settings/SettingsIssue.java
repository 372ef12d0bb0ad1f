package app.keyturn.settings;

/** Something in the settings that was not taken. */
public sealed interface SettingsIssue {
    /**
     * A value that may not stand there; the usual one is in force instead. The value itself is not kept: it could be a
     * secret in the wrong place.
     *
     * @param setting where it stood
     * @param reason why it may not
     */
    record BadValue(Setting setting, Reason reason) implements SettingsIssue {}

    /**
     * A name that stands for nothing.
     *
     * @param name as it stands in the file
     */
    record UnknownKey(String name) implements SettingsIssue {}

    /**
     * A file of which nothing was taken.
     *
     * @param fault what is wrong with it
     */
    record BadFile(Fault fault) implements SettingsIssue {}

    /** Why a value may not stand there. */
    enum Reason {
        /** A client ID is 32 digits and letters from a to f, in five groups. */
        NOT_A_CLIENT_ID,
        /** Neither a domain nor a tenant ID. */
        NOT_AN_ORGANISATION,
        /** A person's address, where only the part behind the @ belongs. */
        AN_EMAIL_ADDRESS,
        /** None of Microsoft's clouds that Keyturn knows. */
        NOT_A_CLOUD,
        /** Neither {@code system} nor {@code none}; an address, say. */
        NOT_A_PROXY_CHOICE,
        /** Neither {@code system} nor a language that Keyturn has words for. */
        NOT_A_LANGUAGE,
        /** Neither {@code system} nor {@code light} nor {@code dark}. */
        NOT_AN_APPEARANCE,
        /** None of {@link TextSize#ALL}. */
        NOT_A_TEXT_SIZE,
        /** Neither {@code ask} nor {@code off}. */
        NEITHER_ASK_NOR_OFF
    }

    /** What is wrong with a file. */
    enum Fault {
        /** It is longer than {@link SettingsFile#LONGEST}. */
        TOO_LONG,
        /** It is not a properties file in UTF-8. */
        DAMAGED,
        /** It is there, but the system does not let it be read. */
        UNREADABLE,
        /** It is for all users of this computer, and it or a folder it lies in is not an administrator's. */
        NOT_AN_ADMINISTRATORS,
        /** It is for all users of this computer, and others than administrators may change it or put another there. */
        OTHERS_MAY_CHANGE_IT,
        /** It is for all users of this computer, and whose it is cannot be told here. */
        NOBODY_KNOWS_WHOSE
    }
}
