package app.keyturn.renewal;

/** Ends a pass that has to ask a person before it goes on. Nothing was sent yet. */
final class AskFirst extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Question question;

    AskFirst(Question question) {
        super("A person has to decide", null, false, false);
        this.question = question;
    }

    Question question() {
        return question;
    }
}
