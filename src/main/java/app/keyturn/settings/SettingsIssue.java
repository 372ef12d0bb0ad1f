package app.keyturn.settings;

import app.keyturn.platform.ProxyVariables;

/** A part of the settings that was not accepted. */
public sealed interface SettingsIssue {
    /** An invalid value; the default applies instead. The value itself is not kept: it could be a misplaced secret. */
    record BadValue(Setting setting, Reason reason) implements SettingsIssue {}

    /** A key in the file that is not a setting. */
    record UnknownKey(String name) implements SettingsIssue {}

    /** A file from which nothing was taken. */
    record BadFile(Fault fault) implements SettingsIssue {}

    /**
     * A variable that is set, names a proxy and cannot be used, so that Keyturn connects without one. Its value is not
     * kept: it may contain a password.
     *
     * @param variable its name
     */
    record UnusableProxy(String variable, ProxyFault fault) implements SettingsIssue {
        static UnusableProxy of(ProxyVariables.Unusable found) {
            return new UnusableProxy(found.variable(), switch (found.reason()) {
                case ENCRYPTED -> ProxyFault.ENCRYPTED;
                case UNKNOWN_KIND -> ProxyFault.UNKNOWN_KIND;
                case NOT_AN_ADDRESS -> ProxyFault.NOT_AN_ADDRESS;
            });
        }
    }

    /** Why a proxy cannot be used. The names are part of message keys. */
    enum ProxyFault {
        /** The connection to the proxy itself would be encrypted. */
        ENCRYPTED,
        /** Neither an HTTP proxy nor one for SOCKS 5. */
        UNKNOWN_KIND,
        /** It is not an address. */
        NOT_AN_ADDRESS
    }

    /** Why a value is invalid. The names are part of message keys. */
    enum Reason {
        /** A client ID is 32 digits and letters from a to f, in five groups. */
        NOT_A_CLIENT_ID,
        /** Neither a domain nor a tenant ID. */
        NOT_AN_ORGANISATION,
        /** An email address, where only the part behind the @ belongs. */
        AN_EMAIL_ADDRESS,
        /** None of Microsoft's clouds that Keyturn knows. */
        NOT_A_CLOUD,
        /** Neither {@code system} nor {@code none}: for example, an address. */
        NOT_A_PROXY_CHOICE,
        /** Neither {@code system} nor one of {@link Languages#SUPPORTED}. */
        NOT_A_LANGUAGE,
        /** Neither {@code system} nor {@code light} nor {@code dark}. */
        NOT_AN_APPEARANCE,
        /** None of {@link TextSize#ALL}. */
        NOT_A_TEXT_SIZE,
        /** Neither {@code ask} nor {@code off}. */
        NEITHER_ASK_NOR_OFF
    }

    /** Why nothing was taken from a file. The names are part of message keys. */
    enum Fault {
        /** It is longer than {@link SettingsFile#MAX_BYTES}. */
        TOO_LONG,
        /** It is not a properties file in UTF-8, nor in UTF-16 with a byte order mark. */
        DAMAGED,
        /** It was too long or damaged, and has been renamed. */
        SET_ASIDE,
        /** It exists, but the system denies access. */
        UNREADABLE,
        /** A managed file that an administrator does not own, or one of its folders. */
        NOT_AN_ADMINISTRATORS,
        /** A managed file that other users may change or replace. */
        OTHERS_MAY_CHANGE_IT,
        /** A managed file on a file system that does not say who may change it. */
        NOBODY_KNOWS_WHOSE
    }
}
