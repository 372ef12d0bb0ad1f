package app.keyturn.entra;

import java.io.IOException;

/** Something answered, or was to be asked, that cannot be Microsoft. */
final class StrangeAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    StrangeAnswerException(String fixedText) {
        super(fixedText);
    }
}
