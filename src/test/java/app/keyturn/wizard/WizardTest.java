package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.keyturn.renewal.Changed;
import app.keyturn.renewal.Details;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ServiceProblem;
import java.time.Instant;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WizardTest {
    private static final Problem ROLE_MISSING = new ServiceProblem(ServiceProblem.Reason.ROLE_MISSING,
            Changed.NOTHING, Details.at(Instant.EPOCH));

    private final Wizard wizard = new Wizard(new Draft(), () -> {});
    private final Frame signIn = wizard.of("sign-in");

    @BeforeEach
    void openTheFirstPage() {
        List<Page> pages = List.of(new Leaf("apple"), new Leaf("sign-in"), new Leaf("save"));
        wizard.open(pages, pages);
    }

    @Test
    void aProblemIsShownOnThePageItCameFromAndOnNoOther() {
        signIn.show(ROLE_MISSING);
        assertNull(wizard.problem().get());
        wizard.next();
        assertEquals(ROLE_MISSING, wizard.problem().get());
    }

    @Test
    void whoeverReturnsToAPageSeesItsProblemAgain() {
        wizard.next();
        signIn.show(ROLE_MISSING);
        wizard.back();
        assertNull(wizard.problem().get());
        wizard.next();
        assertEquals(ROLE_MISSING, wizard.problem().get());
    }

    @Test
    void aPageTakesItsOwnProblemAwayEvenWhileAnotherIsInFront() {
        wizard.next();
        signIn.show(ROLE_MISSING);
        wizard.back();
        wizard.of("save").clearProblem();
        signIn.clearProblem();
        wizard.next();
        assertNull(wizard.problem().get());
    }

    @Test
    void aPageBehindSaysNothingAndGoesNowhere() {
        wizard.announce("Apple’s line");
        signIn.announce("Reading");
        signIn.next();
        assertEquals("Apple’s line", wizard.status().get());
        assertEquals(0, wizard.position());
    }

    /** A page that is never drawn. */
    private record Leaf(String id, PageModel model) implements Page {
        Leaf(String id) {
            this(id, new PageModel("Continue") {});
        }

        @Override
        public Parent view() {
            throw new UnsupportedOperationException("Nothing draws here");
        }
    }
}
