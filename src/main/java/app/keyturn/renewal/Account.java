package app.keyturn.renewal;

/**
 * Who is signed in.
 *
 * @param userName the account's sign-in name, for example {@code it@maple.example}
 * @param tenantId the organisation's id in Microsoft Entra
 */
public record Account(String userName, String tenantId) {

    /** The part of the sign-in name behind the last {@code @}: what to call the organisation if its name is not to be had. */
    public String domain() {
        return userName.substring(userName.lastIndexOf('@') + 1);
    }
}
