package app.keyturn.faults;

import app.keyturn.faults.Expected.Afterwards;
import app.keyturn.faults.Expected.CannotHappen;
import app.keyturn.faults.Expected.Reported;
import app.keyturn.faults.Expected.Unnoticed;
import app.keyturn.renewal.ChangeState;
import java.util.Optional;

/**
 * The outcome that each cell must have, derived from the safety rules and not from the code: a read and a test may be
 * repeated, a save as long as the same body is sent, a start never.
 */
final class ExpectedOutcomes {
    private static final String IN_THE_BROWSER = "the user's browser meets it and shows it; to Keyturn it is a "
            + "sign-in that never ends: see *no answer*";
    private static final String ONE_CONNECTION = "all requests of a batch share one connection: see it as a whole";
    private static final String ONLY_READS = "a read changes nothing: see the other 504";
    private static final String NO_BEARER = "no access token is sent here, so none can be expired or lack a role";
    private static final String NO_VALUES = "a batch has no values of its own: see its parts";
    private static final String BY_ITSELF = "Keyturn starts once and never again; Microsoft tries again by itself "
            + "within a day, and *Look again* only reads";
    private static final String BY_HAND = "a state that Keyturn does not know is left alone; the steps by hand are there";

    private ExpectedOutcomes() {}

    static Expected of(Cell cell) {
        return whyImpossible(cell).<Expected>map(CannotHappen::new).orElseGet(() -> switch (cell.operation()) {
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

    private static Optional<String> whyImpossible(Cell cell) {
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
            case LIST_PART, JOBS_PART, SECRETS_PART -> fault.affectsConnection()
                    ? Optional.of(ONE_CONNECTION)
                    : onlyReads(fault);
            case SECRETS, READ_BACK, JOB, WATCH -> onlyReads(fault);
            case BASELINE, TEST, TEST_SAVED, SAVE, START -> Optional.empty();
        };
    }

    private static Optional<String> onlyReads(Fault fault) {
        return fault == Fault.GATEWAY_504_DONE ? Optional.of(ONLY_READS) : Optional.empty();
    }

    /** The problem code of a fault, wherever it happens. */
    private static String usualCode(Fault fault) {
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

    /** True for answers that prove that nothing was done. */
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

    /** True if the same request may succeed a moment later. */
    private static boolean isTransient(Fault fault) {
        return switch (fault) {
            case NO_NAME, REFUSED, RESET_UNREAD, RESET_LOST, RESET_DONE, SILENCE_LOST, SILENCE_DONE, NO_ROLE_401,
                    FORBIDDEN_403, BUSY_429, EMPTY_500, HTML_502, DOWN_503, GATEWAY_504, GATEWAY_504_DONE, CAPTIVE_200,
                    CUT_JSON, HUGE ->
                true;
            case UNKNOWN_ISSUER, PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, EXPIRED_401, NOT_FOUND_404,
                    CONFLICT_409, UNKNOWN_VALUE ->
                false;
        };
    }

    private static Expected signIn(Fault fault) {
        return switch (fault) {
            case SILENCE_LOST, SILENCE_DONE -> nothingChanged("SIGNIN-TIMED-OUT");
            case OAUTH_400 -> nothingChanged("SIGNIN-DECLINED");
            case EMPTY_500, DOWN_503 -> nothingChanged("SERVICE-DOWN");
            case UNKNOWN_VALUE -> nothingChanged("SIGNIN-FAILED");
            // Other requests to the redirect listener change nothing.
            default -> new Unnoticed(1);
        };
    }

    /** A code can be redeemed once, so only a 429 is repeated here. */
    private static String token(Fault fault) {
        return switch (fault) {
            case OAUTH_400 -> "SIGNIN-BLOCKED";
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, FORBIDDEN_403, NOT_FOUND_404, CONFLICT_409, UNKNOWN_VALUE ->
                "SIGNIN-FAILED";
            default -> usualCode(fault);
        };
    }

    /** If Microsoft refuses the batch, Keyturn sends its requests one by one. */
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
                    ? new Reported("SYNC-STATE-UNKNOWN", ChangeState.SAVED, 1, 0, new Afterwards.NoFurther(BY_HAND))
                    : new Unnoticed(1);
        }
        if (fault == Fault.NOT_FOUND_404 && operation == Operation.JOBS_PART) {
            return nothingChanged("SYNC-NOT-SET-UP");
        }
        if (fault == Fault.NOT_FOUND_404 && operation == Operation.SECRETS_PART) {
            return nothingChanged("SYNC-NOT-BY-TOKEN");
        }
        if (isTransient(fault) && !cell.lasting()) {
            return new Unnoticed(1);
        }
        // If reading back fails, the save page saves again; the done page never saves.
        int puts = operation == Operation.READ_BACK ? 2 : 1;
        return operation.isAfterSave()
                ? new Reported(usualCode(fault), ChangeState.SAVED, 1, 0, new Afterwards.Green(puts))
                : nothingChanged(usualCode(fault));
    }

    private static Expected test(Cell cell) {
        boolean saved = cell.operation() == Operation.TEST_SAVED;
        Optional<String> failed = switch (cell.fault()) {
            case PLAIN_400, IN_MESSAGE_400, NESTED_400 -> Optional.of("TOKEN-REJECTED");
            case OAUTH_400, CONFLICT_409, UNKNOWN_VALUE -> Optional.of("TOKEN-TEST-FAILED");
            default -> Optional.empty();
        };
        boolean unnoticed = isTransient(cell.fault()) && !cell.lasting();
        if (failed.isPresent()) {
            // A rejected old token is no reason to stop, and a token just saved may need a moment.
            unnoticed = cell.operation() == Operation.BASELINE || (saved && !cell.lasting());
        }
        if (unnoticed) {
            return new Unnoticed(1);
        }
        String code = failed.map(reason -> saved ? "SAVED-" + reason : reason).orElseGet(() -> usualCode(cell.fault()));
        return saved ? new Reported(code, ChangeState.SAVED, 1, 0, new Afterwards.Green(2)) : nothingChanged(code);
    }

    /** A refused save was not written. An unanswered one is sent once more and then needs proof. */
    private static Expected save(Cell cell) {
        Fault fault = cell.fault();
        int arrived = fault.carriedOut() ? 1 : 0;
        if (isRefusal(fault)) {
            String code = usualCode(fault).equals("SERVICE-REFUSED") ? "SAVE-REFUSED" : usualCode(fault);
            return fault == Fault.BUSY_429 && !cell.lasting() ? new Unnoticed(1) : nothingChanged(code);
        }
        if (!cell.lasting()) {
            return new Unnoticed(1 + arrived);
        }
        if (fault.isBeforeSending()) {
            return nothingChanged(usualCode(fault));
        }
        boolean proven = fault.carriedOut() && !cell.oldTokenWorks();
        return proven
                ? new Unnoticed(2)
                : new Reported("SAVE-UNKNOWN", ChangeState.NOT_KNOWN, 2 * arrived, 0,
                        new Afterwards.Green(2 * arrived + 1));
    }

    /** Sent once. A refusal proves that nothing was started; otherwise the job tells. */
    private static Expected start(Fault fault) {
        if (fault.carriedOut()) {
            return new Unnoticed(1);
        }
        return isRefusal(fault) || fault.isBeforeSending()
                ? new Reported(usualCode(fault), ChangeState.SAVED, 1, 0, new Afterwards.Green(1))
                : new Reported("SYNC-START-UNKNOWN", ChangeState.SAVED, 1, 0, new Afterwards.NoFurther(BY_ITSELF));
    }

    /** After a failed read the watch goes on, unless the user has to act first. */
    private static Expected watch(Cell cell) {
        Fault fault = cell.fault();
        if (!cell.lasting() && (isTransient(fault) || !endsTheWatch(fault))) {
            return new Unnoticed(1);
        }
        return new Reported(fault == Fault.UNKNOWN_VALUE ? "" : usualCode(fault), ChangeState.SAVED, 1, 1,
                new Afterwards.Green(1));
    }

    /** True if the fault does not go away by itself. */
    private static boolean endsTheWatch(Fault fault) {
        return fault.needsNewSignIn() || fault == Fault.NOT_FOUND_404 || fault == Fault.UNKNOWN_ISSUER;
    }

    private static Reported nothingChanged(String code) {
        return new Reported(code, ChangeState.NOTHING, 0, 0, new Afterwards.Green(1));
    }
}
