package app.keyturn.renewal;

/**
 * Who is signed in.
 *
 * @param userName the account's sign-in name, for example {@code it@maple.example}
 * @param tenantId the organisation's id in Microsoft Entra
 */
public record Account(String userName, String tenantId) {

    /**
     * The part of the sign-in name after the last {@code @}: stands in for the organisation if its name is not known.
     */
    public String domain() {
        return userName.substring(userName.lastIndexOf('@') + 1);
    }
}
