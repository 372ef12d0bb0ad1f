package app.keyturn.records;

/** The word that marks what comes out of a rehearsal. It is the same in every language, so that anyone can search for it. */
final class PracticeMark {
    static final String WORD = "PRACTICE";

    private PracticeMark() {}
}
