package app.keyturn.renewal;

/** Ends a pass that has to ask a person before it goes on. Nothing was sent yet. */
final class ConsentRequired extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ConsentQuestion question;

    ConsentRequired(ConsentQuestion question) {
        super("A person has to decide", null, false, false);
        this.question = question;
    }

    ConsentQuestion question() {
        return question;
    }
}
