package app.keyturn.faults;

/** What the program does at Microsoft, in the order of a renewal. */
enum Operation {
    // @formatter:off
    SIGN_IN("sign-in", """
            in the user's browser. A 500 and a 503 are OAuth's `server_error` and \
            `temporarily_unavailable`, which the browser brings; the reset, the 50 MB and the JSON without \
            its end are sent to Keyturn's redirect listener before the browser comes; *no answer, \
            carried out* is a browser that comes too late"""),
    TOKEN("token", "the browser's code is redeemed, `POST …/oauth2/v2.0/token`"),
    LIST("list, as a whole", "organisation and apps, `POST /$batch`"),
    LIST_PART("list, one part", "the question for apps called Apple…, in the same `$batch` and alone after that"),
    LOOK("jobs and secrets, as a whole", "of each app found, `POST /$batch`"),
    JOBS_PART("jobs, one part", "in the same `$batch` and alone after that"),
    SECRETS_PART("secrets, one part", "in the same `$batch` and alone after that"),
    BASELINE("baseline test", "whether the present token works, `POST …/validateCredentials`"),
    TEST("test", "of the new token, `POST …/validateCredentials`"),
    SECRETS("secrets", "once more, right before they are written, `GET …/secrets`"),
    SAVE("save", "`PUT …/secrets`"),
    READ_BACK("read back", "`GET …/secrets`"),
    TEST_SAVED("test saved", "`POST …/validateCredentials`"),
    JOB("job", "once more, right before it is started, `GET …/jobs/{id}`"),
    START("start", "`POST …/jobs/{id}/start`"),
    WATCH("watch", "for the first sync, `GET …/jobs/{id}`");
    // @formatter:on

    private final String label;
    private final String description;

    Operation(String label, String description) {
        this.label = label;
        this.description = description;
    }

    String label() {
        return label;
    }

    /** The request that is sent. */
    String description() {
        return description;
    }

    /** True if it only reads. */
    boolean reads() {
        return switch (this) {
            case LIST, LIST_PART, LOOK, JOBS_PART, SECRETS_PART, SECRETS, READ_BACK, JOB, WATCH -> true;
            case SIGN_IN, TOKEN, BASELINE, TEST, SAVE, TEST_SAVED, START -> false;
        };
    }

    /** True if it is part of a batch. */
    boolean isPart() {
        return this == LIST_PART || this == JOBS_PART || this == SECRETS_PART;
    }

    /** True if this comes right after the other one in a renewal without faults. */
    boolean follows(Operation other) {
        return switch (this) {
            case BASELINE -> other == LOOK;
            case TEST -> other == BASELINE;
            case SECRETS -> other == TEST;
            case SAVE -> other == SECRETS;
            case READ_BACK -> other == SAVE;
            case TEST_SAVED -> other == READ_BACK;
            case JOB -> other == TEST_SAVED;
            case START -> other == JOB;
            case WATCH -> other == START;
            case SIGN_IN, TOKEN, LIST, LIST_PART, LOOK, JOBS_PART, SECRETS_PART -> false;
        };
    }

    /** True if the token has been saved before. */
    boolean isAfterSave() {
        return compareTo(SAVE) > 0;
    }
}
