package app.keyturn.faults;

import app.keyturn.faults.Expected.Afterwards;
import app.keyturn.faults.Expected.CannotHappen;
import app.keyturn.faults.Expected.Told;
import app.keyturn.faults.Expected.Unnoticed;
import app.keyturn.renewal.ChangeState;
import java.util.Optional;

/**
 * What has to come of each cell, told by what the safety of a renewal asks for, not by what the program does: a read may
 * be repeated, a test only where Microsoft asks for it, a save as long as the same body is sent, a start never.
 */
final class ExpectedOutcomes {
    private static final String IN_THE_BROWSER = "the person's own browser meets it and shows it; to Keyturn it is a "
            + "sign-in that nobody finishes: see *no answer*";
    private static final String ONE_CONNECTION = "all questions of a batch share one connection: see it as a whole";
    private static final String ONLY_READS = "a question is never carried out: see the other 504";
    private static final String NO_BEARER = "no access token is sent here, so none can have ended or lack a role";
    private static final String NO_VALUES = "a batch has no values of its own: see its parts";
    private static final String BY_ITSELF = "Keyturn starts once and never again; Microsoft tries again by itself "
            + "within a day, and *Look again* only reads";
    private static final String BY_HAND = "a state that Keyturn does not know is left alone; the steps by hand are there";

    private ExpectedOutcomes() {}

    static Expected of(Cell cell) {
        return impossible(cell).<Expected>map(CannotHappen::new).orElseGet(() -> switch (cell.operation()) {
            case SIGN_IN -> signIn(cell.fault());
            case TOKEN -> cell.fault() == Fault.BUSY_429 && !cell.lasting()
                    ? new Unnoticed(1)
                    : nothingChanged(token(cell.fault()));
            case LIST, LOOK -> batch(cell);
            case LIST_PART, JOBS_PART, SECRETS_PART, SECRETS, READ_BACK, JOB -> read(cell);
            case BASELINE, TEST, TEST_SAVED -> test(cell);
            case SAVE -> save(cell);
            case START -> start(cell.fault());
            case WATCH -> watch(cell);
        });
    }

    private static Optional<String> impossible(Cell cell) {
        Fault fault = cell.fault();
        return switch (cell.operation()) {
            case SIGN_IN -> switch (fault) {
                case SILENCE_LOST, SILENCE_DONE, OAUTH_400, EMPTY_500, DOWN_503, UNKNOWN_VALUE, RESET_LOST, HUGE,
                        CUT_JSON ->
                    Optional.empty();
                default -> Optional.of(IN_THE_BROWSER);
            };
            case TOKEN -> fault == Fault.EXPIRED_401 || fault == Fault.NO_ROLE_401
                    ? Optional.of(NO_BEARER)
                    : Optional.empty();
            case LIST, LOOK -> fault == Fault.UNKNOWN_VALUE
                    ? Optional.of(NO_VALUES)
                    : onlyReads(fault);
            case LIST_PART, JOBS_PART, SECRETS_PART -> fault.isOfTheConnection()
                    ? Optional.of(ONE_CONNECTION)
                    : onlyReads(fault);
            case SECRETS, READ_BACK, JOB, WATCH -> onlyReads(fault);
            case BASELINE, TEST, TEST_SAVED, SAVE, START -> Optional.empty();
        };
    }

    private static Optional<String> onlyReads(Fault fault) {
        return fault == Fault.GATEWAY_504_DONE ? Optional.of(ONLY_READS) : Optional.empty();
    }

    /** Wherever it happens. */
    private static String usual(Fault fault) {
        return switch (fault) {
            case NO_NAME -> "NET-NO-NAME";
            case REFUSED -> "NET-REFUSED";
            case UNKNOWN_ISSUER -> "NET-INSPECTED";
            case RESET_UNREAD, RESET_LOST, RESET_DONE -> "NET-UNREACHABLE";
            case SILENCE_LOST, SILENCE_DONE -> "NET-TIMED-OUT";
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, CONFLICT_409, UNKNOWN_VALUE -> "SERVICE-REFUSED";
            case EXPIRED_401 -> "SIGNIN-EXPIRED";
            case NO_ROLE_401, FORBIDDEN_403 -> "ROLE-MISSING";
            case NOT_FOUND_404 -> "APP-GONE";
            case BUSY_429 -> "SERVICE-BUSY";
            case EMPTY_500, HTML_502, DOWN_503, GATEWAY_504, GATEWAY_504_DONE -> "SERVICE-DOWN";
            case CAPTIVE_200, CUT_JSON, HUGE -> "NET-STRANGE-ANSWER";
        };
    }

    /** True for an answer of Microsoft's that says for certain that nothing was done. */
    private static boolean isRefusal(Fault fault) {
        return switch (fault) {
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, EXPIRED_401, NO_ROLE_401, FORBIDDEN_403,
                    NOT_FOUND_404, CONFLICT_409, BUSY_429, UNKNOWN_VALUE ->
                true;
            case NO_NAME, REFUSED, UNKNOWN_ISSUER, RESET_UNREAD, RESET_LOST, RESET_DONE, SILENCE_LOST, SILENCE_DONE,
                    EMPTY_500, HTML_502, DOWN_503, GATEWAY_504, GATEWAY_504_DONE, CAPTIVE_200, CUT_JSON, HUGE ->
                false;
        };
    }

    /** True if the same question may be answered a moment later. */
    private static boolean passes(Fault fault) {
        return switch (fault) {
            case RESET_UNREAD, RESET_LOST, RESET_DONE, SILENCE_LOST, SILENCE_DONE, BUSY_429, EMPTY_500, HTML_502,
                    DOWN_503, GATEWAY_504, GATEWAY_504_DONE ->
                true;
            case NO_NAME, REFUSED, UNKNOWN_ISSUER, PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, EXPIRED_401,
                    NO_ROLE_401, FORBIDDEN_403, NOT_FOUND_404, CONFLICT_409, CAPTIVE_200, CUT_JSON, HUGE,
                    UNKNOWN_VALUE ->
                false;
        };
    }

    private static Expected signIn(Fault fault) {
        return switch (fault) {
            case SILENCE_LOST, SILENCE_DONE -> nothingChanged("SIGNIN-TIMED-OUT");
            case OAUTH_400 -> nothingChanged("SIGNIN-DECLINED");
            case EMPTY_500, DOWN_503 -> nothingChanged("SERVICE-DOWN");
            case UNKNOWN_VALUE -> nothingChanged("SIGNIN-FAILED");
            // Whoever comes to the program's door without the answer changes nothing.
            default -> new Unnoticed(1);
        };
    }

    /** A code counts once, so that nothing but what Microsoft was too busy for is repeated here. */
    private static String token(Fault fault) {
        return switch (fault) {
            case OAUTH_400 -> "SIGNIN-BLOCKED";
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, FORBIDDEN_403, NOT_FOUND_404, CONFLICT_409, UNKNOWN_VALUE ->
                "SIGNIN-FAILED";
            default -> usual(fault);
        };
    }

    /** Where Microsoft takes no batch, the questions are asked one by one. */
    private static Expected batch(Cell cell) {
        return switch (cell.fault()) {
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, NOT_FOUND_404 -> new Unnoticed(1);
            default -> read(cell);
        };
    }

    private static Expected read(Cell cell) {
        Operation operation = cell.operation();
        Fault fault = cell.fault();
        if (fault == Fault.UNKNOWN_VALUE) {
            return operation == Operation.JOB
                    ? new Told("SYNC-STATE-UNKNOWN", ChangeState.SAVED, 1, 0, new Afterwards.NoFurther(BY_HAND))
                    : new Unnoticed(1);
        }
        if (fault == Fault.NOT_FOUND_404 && operation == Operation.JOBS_PART) {
            return nothingChanged("SYNC-NOT-SET-UP");
        }
        if (fault == Fault.NOT_FOUND_404 && operation == Operation.SECRETS_PART) {
            return nothingChanged("SYNC-NOT-BY-TOKEN");
        }
        if (passes(fault) && !cell.lasting()) {
            return new Unnoticed(1);
        }
        // What is read back on the page that saves is saved once more; the done page saves nothing.
        int puts = operation == Operation.READ_BACK ? 2 : 1;
        return operation.afterTheSave()
                ? new Told(usual(fault), ChangeState.SAVED, 1, 0, new Afterwards.Green(puts))
                : nothingChanged(usual(fault));
    }

    private static Expected test(Cell cell) {
        boolean saved = cell.operation() == Operation.TEST_SAVED;
        Optional<String> failed = switch (cell.fault()) {
            case PLAIN_400, IN_MESSAGE_400, NESTED_400 -> Optional.of("TOKEN-REJECTED");
            case OAUTH_400, CONFLICT_409, UNKNOWN_VALUE -> Optional.of("TOKEN-TEST-FAILED");
            default -> Optional.empty();
        };
        boolean unnoticed = cell.fault() == Fault.BUSY_429 && !cell.lasting();
        if (failed.isPresent()) {
            // How the old token fares is something to know, and no reason to stop. What was just saved may need a moment.
            unnoticed = cell.operation() == Operation.BASELINE || (saved && !cell.lasting());
        }
        if (unnoticed) {
            return new Unnoticed(1);
        }
        String code = failed.map(reason -> saved ? "SAVED-" + reason : reason).orElseGet(() -> usual(cell.fault()));
        return saved ? new Told(code, ChangeState.SAVED, 1, 0, new Afterwards.Green(2)) : nothingChanged(code);
    }

    /** What Microsoft refused was not written. What was not answered is sent once more, and then needs a proof. */
    private static Expected save(Cell cell) {
        Fault fault = cell.fault();
        int arrived = fault.carriedOut() ? 1 : 0;
        if (isRefusal(fault)) {
            String code = usual(fault).equals("SERVICE-REFUSED") ? "SAVE-REFUSED" : usual(fault);
            return fault == Fault.BUSY_429 && !cell.lasting() ? new Unnoticed(1) : nothingChanged(code);
        }
        if (!cell.lasting()) {
            return new Unnoticed(1 + arrived);
        }
        if (fault.isBeforeSending()) {
            return nothingChanged(usual(fault));
        }
        boolean proven = fault.carriedOut() && !cell.oldTokenWorks();
        return proven
                ? new Unnoticed(2)
                : new Told("SAVE-UNKNOWN", ChangeState.NOT_KNOWN, 2 * arrived, 0,
                        new Afterwards.Green(2 * arrived + 1));
    }

    /** Sent once. A refusal says that nothing was started; after anything else, the job tells. */
    private static Expected start(Fault fault) {
        if (fault.carriedOut()) {
            return new Unnoticed(1);
        }
        return isRefusal(fault) || fault.isBeforeSending()
                ? new Told(usual(fault), ChangeState.SAVED, 1, 0, new Afterwards.Green(1))
                : new Told("SYNC-START-UNKNOWN", ChangeState.SAVED, 1, 0, new Afterwards.NoFurther(BY_ITSELF));
    }

    /** A look that fails is followed by another one, unless somebody has to do something first. */
    private static Expected watch(Cell cell) {
        Fault fault = cell.fault();
        if (!cell.lasting() && !endsTheWatch(fault)) {
            return new Unnoticed(1);
        }
        return new Told(fault == Fault.UNKNOWN_VALUE ? "" : usual(fault), ChangeState.SAVED, 1, 1,
                new Afterwards.Green(1));
    }

    /** Whatever does not go away by itself is not waited for. */
    private static boolean endsTheWatch(Fault fault) {
        return fault.endsWithASignIn() || fault == Fault.NOT_FOUND_404 || fault == Fault.UNKNOWN_ISSUER;
    }

    private static Told nothingChanged(String code) {
        return new Told(code, ChangeState.NOTHING, 0, 0, new Afterwards.Green(1));
    }
}
