package app.keyturn.faults;

import java.util.Optional;

/** Why a renewal that meets a passing fault needs the user, in one line; by rule, not cell by cell. */
final class WhyAPerson {
    private static final String REDEEMED_ONCE = "the browser's code can be redeemed once; only a person can get another";
    private static final String NOT_A_THIRD_TIME = "a save that got no answer twice is not sent a third time (rule 5)";

    private WhyAPerson() {}

    /** The reason; empty if there is none, so that Keyturn has to recover by itself. */
    static Optional<String> of(Cell cell) {
        return switch (cell.operation()) {
            case SIGN_IN -> Optional.of("only a person can sign in, and Keyturn opens no browser unasked");
            case TOKEN -> unless(cell.fault() == Fault.BUSY_429 || cell.fault() == Fault.NO_NAME
                    || cell.fault() == Fault.REFUSED, REDEEMED_ONCE);
            case SAVE -> cell.fault().isRefusal()
                    ? unless(cell.fault() == Fault.BUSY_429, "a save that Microsoft refuses is not sent again unasked")
                    : unless(cell.frequency() == Frequency.ONCE || cell.fault().isBeforeSending(), NOT_A_THIRD_TIME);
            case START -> unless(cell.fault() == Fault.BUSY_429,
                    "a start is never repeated, unless Microsoft asks for it (rule 4)");
            case TEST -> cell.fault().isFailedTest()
                    ? Optional.of("a token that fails its test is not saved (rule 1); only a person can get another")
                    : ofRead(cell);
            case JOB -> cell.fault() == Fault.UNKNOWN_VALUE
                    ? Optional.of("a sync in a state that Keyturn does not know is not started (rule 4)")
                    : ofRead(cell);
            case LIST, LIST_PART, LOOK, JOBS_PART, SECRETS_PART, BASELINE, SECRETS, READ_BACK, TEST_SAVED, WATCH ->
                ofRead(cell);
        };
    }

    private static Optional<String> ofRead(Cell cell) {
        return switch (cell.fault().kind()) {
            case PASSING -> Optional.empty();
            case STRANGE -> unless(cell.frequency() != Frequency.FOR_A_MINUTE,
                    "something else answers in Microsoft's place for a minute: usually a network's own sign-in page");
            case DENIED -> unless(cell.frequency() == Frequency.ONCE,
                    "refused twice: a person has to switch the role on and sign in again");
            case FINAL -> Optional.of(switch (cell.fault()) {
                case EXPIRED_401 -> "the sign-in has ended; only a person can sign in again";
                case UNKNOWN_ISSUER -> "nothing is sent where a certificate is not trusted; a person has to look";
                case NOT_FOUND_404 -> "Microsoft says it is not there, which waiting does not change";
                default -> "Microsoft refuses a request that cannot be made differently";
            });
        };
    }

    private static Optional<String> unless(boolean exception, String reason) {
        return exception ? Optional.empty() : Optional.of(reason);
    }
}
