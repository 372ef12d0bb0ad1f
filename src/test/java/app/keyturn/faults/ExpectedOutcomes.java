package app.keyturn.faults;

import app.keyturn.faults.Expected.Afterwards;
import app.keyturn.faults.Expected.CannotHappen;
import app.keyturn.faults.Expected.Reported;
import app.keyturn.faults.Expected.Unnoticed;
import app.keyturn.faults.Fault.Kind;
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
            case TOKEN -> token(cell);
            case LIST, LOOK -> batch(cell);
            // Other lists have the app, too.
            case LIST_PART -> new Unnoticed(1);
            case JOBS_PART, SECRETS_PART, SECRETS, READ_BACK, JOB -> read(cell);
            // It is evidence and no condition, but without a sign-in nothing else works either.
            case BASELINE -> cell.fault() == Fault.EXPIRED_401
                    ? nothingChanged(usualCode(cell.fault()))
                    : new Unnoticed(1);
            case TEST, TEST_SAVED -> test(cell);
            case SAVE -> save(cell);
            case START -> start(cell);
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

    /** True if the request is repeated until the fault is over. */
    private static boolean isOutlasted(Cell cell) {
        return switch (cell.fault().kind()) {
            case PASSING -> cell.frequency().passes();
            case STRANGE -> cell.frequency() == Frequency.ONCE || cell.frequency() == Frequency.TWICE;
            case DENIED -> cell.frequency() == Frequency.ONCE;
            case FINAL -> false;
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

    /** A code can be redeemed once, so it is sent again only if certainly nothing was done. */
    private static Expected token(Cell cell) {
        Fault fault = cell.fault();
        boolean nothingDone = fault == Fault.BUSY_429 || (fault.isBeforeSending() && fault.kind() == Kind.PASSING);
        if (nothingDone && cell.frequency().passes()) {
            return new Unnoticed(1);
        }
        return nothingChanged(switch (fault) {
            case OAUTH_400 -> "SIGNIN-BLOCKED";
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, FORBIDDEN_403, NOT_FOUND_404, CONFLICT_409, UNKNOWN_VALUE ->
                "SIGNIN-FAILED";
            default -> usualCode(fault);
        });
    }

    /** If Microsoft takes no batches, or cannot answer one, Keyturn sends its requests one by one in the end. */
    private static Expected batch(Cell cell) {
        return switch (cell.fault()) {
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, NOT_FOUND_404 -> new Unnoticed(1);
            default -> cell.fault().dividesBatches() ? new Unnoticed(1) : read(cell);
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
        if (isOutlasted(cell)) {
            return new Unnoticed(1);
        }
        return operation.isAfterSave() ? saved(usualCode(fault)) : nothingChanged(usualCode(fault));
    }

    private static Expected test(Cell cell) {
        boolean saved = cell.operation() == Operation.TEST_SAVED;
        String code = switch (cell.fault()) {
            case PLAIN_400, IN_MESSAGE_400, NESTED_400 -> (saved ? "SAVED-" : "") + "TOKEN-REJECTED";
            case OAUTH_400, CONFLICT_409, UNKNOWN_VALUE -> (saved ? "SAVED-" : "") + "TOKEN-TEST-FAILED";
            default -> usualCode(cell.fault());
        };
        // A token that was just saved may need some minutes.
        boolean waitedFor = saved && cell.fault().isFailedTest() && cell.frequency().passes();
        if (waitedFor || isOutlasted(cell)) {
            return new Unnoticed(1);
        }
        return saved ? saved(code) : nothingChanged(code);
    }

    /**
     * A refused save was not written. One that could not be sent is tried again for a while. One without an answer is
     * sent once more and then needs proof.
     */
    private static Expected save(Cell cell) {
        Fault fault = cell.fault();
        if (fault.isRefusal() || fault.isBeforeSending()) {
            String code = usualCode(fault).equals("SERVICE-REFUSED") ? "SAVE-REFUSED" : usualCode(fault);
            boolean again = fault == Fault.BUSY_429 || fault.isBeforeSending();
            return again && cell.frequency().passes() ? new Unnoticed(1) : nothingChanged(code);
        }
        int arrived = fault.carriedOut() ? 1 : 0;
        if (cell.frequency() == Frequency.ONCE) {
            return new Unnoticed(1 + arrived);
        }
        boolean proven = fault.carriedOut() && !cell.oldTokenWorks();
        return proven
                ? new Unnoticed(2)
                : new Reported("SAVE-UNKNOWN", ChangeState.NOT_KNOWN, 2 * arrived, 0,
                        new Afterwards.Green(2 * arrived + 1));
    }

    /**
     * Sent once, unless Microsoft asks for it again later. A refusal proves that nothing was started; otherwise the job
     * tells.
     */
    private static Expected start(Cell cell) {
        Fault fault = cell.fault();
        if (fault.carriedOut() || (fault == Fault.BUSY_429 && cell.frequency().passes())) {
            return new Unnoticed(1);
        }
        return fault.isRefusal() || fault.isBeforeSending()
                ? new Reported(usualCode(fault), ChangeState.SAVED, 1, 0, new Afterwards.Green(1))
                : new Reported("SYNC-START-UNKNOWN", ChangeState.SAVED, 1, 0, new Afterwards.NoFurther(BY_ITSELF));
    }

    /** After a failed read the watch goes on, unless the user has to act first. */
    private static Expected watch(Cell cell) {
        Fault fault = cell.fault();
        if (isOutlasted(cell) || (cell.frequency().passes() && !endsTheWatch(fault))) {
            return new Unnoticed(1);
        }
        return new Reported(fault == Fault.UNKNOWN_VALUE ? "" : usualCode(fault), ChangeState.SAVED, 1, 1,
                new Afterwards.Green(1));
    }

    /** True if the fault does not go away by itself. */
    private static boolean endsTheWatch(Fault fault) {
        return fault.needsNewSignIn() || fault == Fault.NOT_FOUND_404 || fault == Fault.UNKNOWN_ISSUER;
    }

    /** After a proven save nothing is ever saved again. */
    private static Reported saved(String code) {
        return new Reported(code, ChangeState.SAVED, 1, 0, new Afterwards.Green(1));
    }

    private static Reported nothingChanged(String code) {
        return new Reported(code, ChangeState.NOTHING, 0, 0, new Afterwards.Green(1));
    }
}
