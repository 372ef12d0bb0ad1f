package app.keyturn.entra.signin;

import java.util.Locale;

/**
 * The words of the little page on which a person's browser ends up after the sign-in.
 *
 * @param language of the words
 * @param signedIn Microsoft has sent the person back with a yes
 * @param notSignedIn Microsoft has sent the person back with a no
 * @param nothingHere any other visit, for example a reload
 */
public record CallbackPages(Locale language, Page signedIn, Page notSignedIn, Page nothingHere) {
    /**
     * One page, as plain text.
     *
     * @param title its heading
     * @param sentence what to do now
     */
    public record Page(String title, String sentence) {}
}
