package app.keyturn.renewal;

/** Ends a run that has to ask the user before it can continue. Nothing has been sent yet. */
final class ConsentRequired extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ConsentQuestion question;

    ConsentRequired(ConsentQuestion question) {
        super("The user has to decide", null, false, false);
        this.question = question;
    }

    ConsentQuestion question() {
        return question;
    }
}
