package app.keyturn.entra;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads lists to their end: those that are needed, and those that are only a help. */
final class Lists {
    private final Asking asking;
    private Optional<RefusedException> unheard = Optional.empty();

    Lists(Asking asking) {
        this.asking = asking;
    }

    /** A list that is needed. */
    List<JsonObject> all(Question question, GraphAnswer first) throws IOException, InterruptedException {
        return new PagedList(asking, question, first).all();
    }

    /** A list that may be refused, or be anything: it is empty then. */
    List<JsonObject> ifGiven(Question question, GraphAnswer first) throws IOException, InterruptedException {
        try {
            return all(question, first);
        } catch (StrangeAnswerException _) {
            return List.of();
        } catch (RefusedException e) {
            if (e.refusal().passes()) {
                unheard = Optional.of(e);
            }
            return List.of();
        }
    }

    /** A list that could have been read at another time: a reason why nothing was found. */
    Optional<RefusedException> unheard() {
        return unheard;
    }
}
