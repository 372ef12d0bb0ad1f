package app.keyturn.log;

/** Listens to HTTP traffic for the log. Called on any thread. */
public interface HttpListener {
    /** Ignores everything. */
    HttpListener NONE = new HttpListener() {
        @Override
        public void requestEnded(HttpEvent event) {
            // Ignored.
        }

        @Override
        public void unexpected(Throwable thrown) {
            // Ignored.
        }
    };

    /** A request has ended, with a response or without. */
    void requestEnded(HttpEvent event);

    /**
     * An unexpected exception. Its text may hold anything, so only types and places of it may be logged.
     */
    void unexpected(Throwable thrown);
}
