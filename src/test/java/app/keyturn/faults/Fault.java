package app.keyturn.faults;

/** A way in which Microsoft, or the network on the way there, can fail. */
enum Fault {
    // @formatter:off
    NO_NAME(Place.ADDRESS, false, "no name"),
    REFUSED(Place.ADDRESS, false, "connection refused"),
    UNKNOWN_ISSUER(Place.CONNECTION, false, "certificate of an unknown issuer"),
    RESET_UNREAD(Place.CONNECTION, false, "reset before the request was read"),
    RESET_LOST(Place.REQUEST, false, "reset after the request was read, not carried out"),
    RESET_DONE(Place.REQUEST, true, "reset after the request was carried out"),
    SILENCE_LOST(Place.REQUEST, false, "no answer, not carried out"),
    SILENCE_DONE(Place.REQUEST, true, "no answer, carried out"),
    PLAIN_400(Place.REQUEST, false, "400, code in `error`"),
    IN_MESSAGE_400(Place.REQUEST, false, "400, JSON in `error.message`"),
    NESTED_400(Place.REQUEST, false, "400, code in `error.innerError`"),
    OAUTH_400(Place.REQUEST, false, "400, OAuth's envelope"),
    EXPIRED_401(Place.REQUEST, false, "401, sign-in ended"),
    NO_ROLE_401(Place.REQUEST, false, "401, role missing"),
    FORBIDDEN_403(Place.REQUEST, false, "403"),
    NOT_FOUND_404(Place.REQUEST, false, "404"),
    CONFLICT_409(Place.REQUEST, false, "409"),
    BUSY_429(Place.REQUEST, false, "429, come back in 7 s"),
    EMPTY_500(Place.REQUEST, false, "500, empty"),
    HTML_502(Place.REQUEST, false, "502, a web page"),
    DOWN_503(Place.REQUEST, false, "503"),
    GATEWAY_504(Place.REQUEST, false, "504, not carried out"),
    GATEWAY_504_DONE(Place.REQUEST, true, "504, carried out"),
    CAPTIVE_200(Place.REQUEST, false, "200, a web page"),
    CUT_JSON(Place.REQUEST, false, "200, JSON without its end"),
    HUGE(Place.REQUEST, false, "200, 50 MB"),
    UNKNOWN_VALUE(Place.REQUEST, false, "a value of the future");
    // @formatter:on

    /** The point at which a fault strikes. */
    enum Place {
        /** Resolving the address or connecting. */
        ADDRESS,
        /** Connected, before a request was read. */
        CONNECTION,
        /** After the request was read. */
        REQUEST
    }

    /** What repeating the same request brings. */
    enum Kind {
        /** It may succeed within a minute or two. */
        PASSING,
        /** Something else answers in Microsoft's place: it may succeed within seconds. */
        STRANGE,
        /** The account seems not to be allowed: it may succeed a moment later. */
        DENIED,
        /** Nothing. */
        FINAL
    }

    private final Place place;
    private final boolean carriedOut;
    private final String label;

    Fault(Place place, boolean carriedOut, String label) {
        this.place = place;
        this.carriedOut = carriedOut;
        this.label = label;
    }

    Place place() {
        return place;
    }

    /** True if Microsoft carried the request out and only the answer is lost. */
    boolean carriedOut() {
        return carriedOut;
    }

    String label() {
        return label;
    }

    Kind kind() {
        return switch (this) {
            case NO_NAME, REFUSED, RESET_UNREAD, RESET_LOST, RESET_DONE, SILENCE_LOST, SILENCE_DONE, BUSY_429,
                    EMPTY_500,
                    HTML_502, DOWN_503, GATEWAY_504, GATEWAY_504_DONE ->
                Kind.PASSING;
            case CAPTIVE_200, CUT_JSON, HUGE -> Kind.STRANGE;
            case NO_ROLE_401, FORBIDDEN_403 -> Kind.DENIED;
            case UNKNOWN_ISSUER, PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, EXPIRED_401, NOT_FOUND_404,
                    CONFLICT_409, UNKNOWN_VALUE ->
                Kind.FINAL;
        };
    }

    /** True for answers that prove that nothing was done. */
    boolean isRefusal() {
        return switch (this) {
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, EXPIRED_401, NO_ROLE_401, FORBIDDEN_403,
                    NOT_FOUND_404, CONFLICT_409, BUSY_429, UNKNOWN_VALUE ->
                true;
            case NO_NAME, REFUSED, UNKNOWN_ISSUER, RESET_UNREAD, RESET_LOST, RESET_DONE, SILENCE_LOST, SILENCE_DONE,
                    EMPTY_500, HTML_502, DOWN_503, GATEWAY_504, GATEWAY_504_DONE, CAPTIVE_200, CUT_JSON, HUGE ->
                false;
        };
    }

    /** True if it is the result of a test of credentials: they did not pass. */
    boolean isFailedTest() {
        return switch (this) {
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, CONFLICT_409, UNKNOWN_VALUE -> true;
            default -> false;
        };
    }

    /** True if a batch with fewer queries in it may get an answer. */
    boolean dividesBatches() {
        return switch (this) {
            case SILENCE_LOST, SILENCE_DONE, EMPTY_500, HTML_502, DOWN_503, GATEWAY_504, GATEWAY_504_DONE -> true;
            default -> false;
        };
    }

    /** True if the program waits for its time limit. */
    boolean isSilence() {
        return this == SILENCE_LOST || this == SILENCE_DONE;
    }

    /** True if it affects the whole connection and not one request of a batch. */
    boolean affectsConnection() {
        return place != Place.REQUEST || this == RESET_LOST || this == RESET_DONE || isSilence() || this == HUGE;
    }

    /** True if no connection came about on which anything could be sent. */
    boolean isBeforeSending() {
        return this == NO_NAME || this == REFUSED || this == UNKNOWN_ISSUER;
    }

    /** True if only another sign-in helps. */
    boolean needsNewSignIn() {
        return this == EXPIRED_401 || this == NO_ROLE_401 || this == FORBIDDEN_403;
    }
}
