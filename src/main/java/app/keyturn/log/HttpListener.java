package app.keyturn.log;

/** Is told what goes on between this program and Microsoft, to note it. Called on whichever thread it happens. */
public interface HttpListener {
    /** Looks away. */
    HttpListener NONE = new HttpListener() {
        @Override
        public void requestEnded(HttpEvent exchange) {
            // Nobody is there.
        }

        @Override
        public void unexpected(Throwable thrown) {
            // Nobody is there.
        }
    };

    /** A request was sent, and answered or lost. */
    void requestEnded(HttpEvent exchange);

    /**
     * An exception was met for which there is no problem of its own. Its text may hold anything; only kinds and places
     * may be kept of it.
     */
    void unexpected(Throwable thrown);
}
