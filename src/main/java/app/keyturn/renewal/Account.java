package app.keyturn.renewal;

/**
 * Who is signed in.
 *
 * @param userName the account's sign-in name, for example {@code it@maple.example}
 * @param tenantId the organisation's id in Microsoft Entra
 */
public record Account(String userName, String tenantId) {

    /**
     * The part of the sign-in name after the last {@code @}: shown in place of the organisation's name if that is not
     * known.
     */
    public String domain() {
        return userName.substring(userName.lastIndexOf('@') + 1);
    }
}
