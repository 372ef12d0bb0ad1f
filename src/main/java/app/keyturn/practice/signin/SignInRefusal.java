package app.keyturn.practice.signin;

/**
 * Why Microsoft does not let an administrator sign in. The numbers are those of Microsoft Learn, "Microsoft Entra
 * authentication and authorization error codes".
 *
 * @param number after {@code AADSTS}
 * @param text of the error
 * @param place where the user learns of it
 * @param attempts that are refused; later ones succeed
 */
public record SignInRefusal(int number, String text, Place place, int attempts) {
    /** An administrator has to agree to the program first. */
    public static final SignInRefusal ADMIN_CONSENT = new SignInRefusal(90094,
            "An administrator of Maple Street School has set a policy that prevents you from granting Microsoft Graph "
                    + "Command Line Tools the permissions it is requesting.",
            Place.WITH_WAY_BACK, 1);
    /** As {@link #ADMIN_CONSENT}, where users can ask for it on Microsoft's page. */
    public static final SignInRefusal APPROVAL = new SignInRefusal(90095,
            "Admin consent is required for the permissions requested by this application. An admin consent request may "
                    + "be sent to the admin.",
            Place.WITH_WAY_BACK, 1);
    /** A partner's account, in a customer's tenant whose administrator has not agreed to the program. */
    public static final SignInRefusal PARTNER_CONSENT = new SignInRefusal(90099,
            "The application '14d82eec-204b-4c2f-b7e8-296a70dab67e' has not been authorized in the tenant '"
                    + PracticeTenant.ID + "'. Applications must be authorized to access the customer tenant before "
                    + "partner delegated administrators can use them.",
            Place.ON_PAGE, 1);
    /** A partner's account that a policy of the customer keeps out. */
    public static final SignInRefusal PARTNER_POLICY = new SignInRefusal(530034,
            "A delegated administrator was blocked from accessing the tenant due to account risk in their home tenant.",
            Place.ON_PAGE, 1);
    /** The device is not one that the organisation's policy lets in. */
    public static final SignInRefusal DEVICE = new SignInRefusal(530003,
            "Your device is required to be managed to access this resource.", Place.ON_PAGE, 1);

    /** Where the user learns of a refusal. */
    public enum Place {
        /** On Microsoft's page; the program hears nothing. */
        ON_PAGE,
        /** The program is told. */
        POSTED,
        /** On Microsoft's page, with a button that tells the program AADSTS90123: the user went back. */
        WITH_WAY_BACK
    }

    /** Any other number, for every attempt. */
    public static SignInRefusal of(int number, Place place) {
        return new SignInRefusal(number, "The request was refused.", place, Integer.MAX_VALUE);
    }

    String message() {
        return "AADSTS" + number + ": " + text;
    }
}
