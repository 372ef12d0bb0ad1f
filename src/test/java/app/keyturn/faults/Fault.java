package app.keyturn.faults;

/** A way in which something at Microsoft, or on the way there, can fail. */
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

    /** How far the program has come when it strikes. */
    enum Place {
        /** It looks for the way there. */
        ADDRESS,
        /** It has a connection, and no request was read on it. */
        CONNECTION,
        /** The request was read. */
        REQUEST
    }

    private final Place place;
    private final boolean carriedOut;
    private final String words;

    Fault(Place place, boolean carriedOut, String words) {
        this.place = place;
        this.carriedOut = carriedOut;
        this.words = words;
    }

    Place place() {
        return place;
    }

    /** True if Microsoft has done what it was asked, and only its answer is lost. */
    boolean carriedOut() {
        return carriedOut;
    }

    String words() {
        return words;
    }

    /** True if the program has to wait until its patience is at an end. */
    boolean isSilence() {
        return this == SILENCE_LOST || this == SILENCE_DONE;
    }

    /** True if it belongs to a connection as a whole, not to one question among several. */
    boolean isOfTheConnection() {
        return place != Place.REQUEST || this == RESET_LOST || this == RESET_DONE || isSilence() || this == HUGE;
    }

    /** True if there is no connection on which anything could be sent. */
    boolean isBeforeSending() {
        return this == NO_NAME || this == REFUSED || this == UNKNOWN_ISSUER;
    }

    /** True if it goes away by nothing but another sign-in. */
    boolean endsWithASignIn() {
        return this == EXPIRED_401 || this == NO_ROLE_401 || this == FORBIDDEN_403;
    }
}
