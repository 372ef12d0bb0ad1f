package app.keyturn.log;

/** Listens to the HTTP traffic with Microsoft, for the log. Called on the thread that sends. */
public interface HttpListener {
    /** Ignores everything. */
    HttpListener NONE = new HttpListener() {
        @Override
        public void completed(HttpEvent event) {
            // not logged
        }

        @Override
        public void unexpected(Throwable thrown) {
            // not logged
        }
    };

    /** A request was sent, and answered or lost. */
    void completed(HttpEvent event);

    /**
     * An exception occurred that no problem code describes. Its text may contain anything; only types and frames may be
     * logged.
     */
    void unexpected(Throwable thrown);
}
