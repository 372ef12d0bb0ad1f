package app.keyturn.log;

import app.keyturn.platform.CauseChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines that the log can contain, and no others. None has room for free text such as an exception's message, and a
 * part that does not have the expected form is replaced. So names, organisations, apps and tokens cannot get in.
 */
public sealed interface LogLine {
    /** The line without its time. */
    String text();

    /**
     * The program has started.
     *
     * @param version the program's version
     * @param java the version of Java
     * @param system the operating system's name
     * @param systemVersion the operating system's version
     */
    record Began(String version, String java, String system, String systemVersion) implements LogLine {
        @Override
        public String text() {
            return "began " + LogText.word(version) + ", Java " + LogText.word(java) + ", " + LogText.word(system)
                    + " " + LogText.word(systemVersion);
        }
    }

    /** The program has ended normally. */
    record Ended() implements LogLine {
        @Override
        public String text() {
            return "ended";
        }
    }

    /**
     * A session has begun.
     *
     * @param practice true in practice mode
     * @param settings the keys of the settings that are set, never their values
     */
    record Entered(boolean practice, List<String> settings) implements LogLine {
        public Entered {
            settings = List.copyOf(settings);
        }

        @Override
        public String text() {
            return "entered " + (practice ? "practice" : "earnest") + ", set: "
                    + (settings.isEmpty()
                            ? "nothing"
                            : settings.stream().map(LogText::word).collect(Collectors.joining(", ")));
        }
    }

    /**
     * A page is shown.
     *
     * @param id the page's id
     */
    record Page(String id) implements LogLine {
        @Override
        public String text() {
            return "page " + LogText.word(id);
        }
    }

    /**
     * The user has signed in or is signed out.
     *
     * @param in true after a sign-in
     */
    record SignIn(boolean in) implements LogLine {
        @Override
        public String text() {
            return in ? "signed in" : "signed out";
        }
    }

    /**
     * A request has ended.
     *
     * @param method the HTTP method
     * @param path without ids
     * @param status the HTTP status; empty if there was no answer
     * @param fault the network fault; empty if there was none
     * @param took the duration
     * @param requestId the server's id of the request
     */
    record Request(String method, String path, OptionalInt status, Optional<? extends Enum<?>> fault, Duration took,
            Optional<String> requestId) implements LogLine {
        @Override
        public String text() {
            return "asked " + LogText.word(method) + " " + LogText.path(path) + ", "
                    + (status.isPresent() ? "HTTP " + status.getAsInt() : "no answer")
                    + fault.map(kind -> ", " + LogText.constant(kind)).orElse("") + ", " + took.toMillis() + " ms"
                    + requestId.filter(LogText::isId).map(id -> ", request " + id).orElse("");
        }
    }

    /**
     * A step of the renewal has changed its state.
     *
     * @param step the step
     * @param state its new state
     */
    record Step(Enum<?> step, Enum<?> state) implements LogLine {
        @Override
        public String text() {
            return "step " + LogText.constant(step) + " " + LogText.constant(state);
        }
    }

    /**
     * A problem is shown.
     *
     * @param code its code
     * @param changed whether anything was changed
     * @param status the HTTP status, if there is one
     * @param errorCode the server's code, if there is one
     * @param ids the server's ids of the request and of the operation, if any
     */
    record Problem(String code, Enum<?> changed, OptionalInt status, Optional<String> errorCode, List<String> ids)
            implements
                LogLine {
        public Problem {
            ids = List.copyOf(ids);
        }

        @Override
        public String text() {
            return "problem " + LogText.word(code) + ", changed: " + LogText.constant(changed)
                    + (status.isPresent() ? ", HTTP " + status.getAsInt() : "")
                    + errorCode.map(known -> ", " + LogText.word(known)).orElse("")
                    + ids.stream()
                            .filter(LogText::isId)
                            .map(id -> ", id " + id)
                            .collect(Collectors.joining());
        }
    }

    /**
     * An unexpected exception: its types, and the frames in the program's own code. Never its message.
     *
     * @param kinds class names, the outermost exception first
     * @param places class, method and, if known, line, the innermost frame first
     */
    record Fault(List<String> kinds, List<String> places) implements LogLine {
        private static final int MOST = 12;
        private static final String OURS = "app.keyturn.";

        public Fault {
            kinds = List.copyOf(kinds);
            places = List.copyOf(places);
        }

        /** What may be logged of an exception. */
        public static Fault of(Throwable thrown) {
            List<Throwable> chain = CauseChain.of(thrown).toList();
            List<String> places = new ArrayList<>();
            chain.forEach(each -> Stream.of(each.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith(OURS))
                    .map(Fault::place)
                    .filter(Predicate.not(places::contains))
                    .limit(MOST)
                    .forEach(places::add));
            return new Fault(chain.stream().map(each -> each.getClass().getName()).toList(), places);
        }

        /** The packaged program has no line numbers (jlink's {@code --strip-debug}). */
        private static String place(StackTraceElement frame) {
            String method = frame.getClassName().substring(OURS.length()) + "." + frame.getMethodName();
            return frame.getLineNumber() < 0 ? method : method + ":" + frame.getLineNumber();
        }

        @Override
        public String text() {
            return "fault " + kinds.stream().map(LogText::name).collect(Collectors.joining(" < ")) + ", at "
                    + (places.isEmpty()
                            ? "none of ours"
                            : places.stream().map(LogText::name).collect(Collectors.joining(", ")));
        }
    }
}
