package app.keyturn;

/** Starts the program. */
public final class Keyturn {
    private Keyturn() {}

    /**
     * Starts the program.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.out.println("Keyturn");
    }
}
