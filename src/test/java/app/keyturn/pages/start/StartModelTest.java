package app.keyturn.pages.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Portal;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.FakeWorlds;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Wizard;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StartModelTest {
    private final Draft draft = new Draft();
    private final FakeWorlds worlds = new FakeWorlds(false);
    private final StartModel model = new StartModel(draft, new Wizard(draft, () -> {}), worlds,
            Messages.in(Locale.ENGLISH));

    @Test
    void beginWaitsForAPortal() {
        assertEquals("Begin", model.nextLabel().get());
        assertFalse(model.ready().get());
        draft.portal().set(Portal.BUSINESS);
        assertTrue(model.ready().get());
    }

    @Test
    void theAppleRolesFollowThePortal() {
        draft.portal().set(Portal.SCHOOL);
        assertTrue(model.appleRoles().get().contains("Site Manager"));
        draft.portal().set(Portal.BUSINESS);
        assertTrue(model.appleRoles().get().contains("Organization Administrator"));
    }

    @Test
    void checkingFirstWithoutAPortalProposesToChooseOne() {
        model.checkFirst();
        assertFalse(model.proposal().get().isEmpty());
        assertFalse(draft.checkFirst().get());
        draft.portal().set(Portal.SCHOOL);
        assertEquals("", model.proposal().get());
    }

    @Test
    void beginAfterwardsTakesTheUsualOrderAgain() {
        draft.portal().set(Portal.SCHOOL);
        model.checkFirst();
        model.passed();
        assertTrue(draft.checkFirst().get());
        model.passed();
        assertFalse(draft.checkFirst().get());
    }

    @Test
    void practiceNeedsNoPortal() {
        model.practise();
        model.scenario().set("wrong-token");
        draft.portal().set(Portal.BUSINESS);
        model.practise();
        assertEquals(List.of("SCHOOL healthy", "BUSINESS wrong-token"), worlds.asked);
    }

    @Test
    void everyScenarioHasAName() {
        model.scenarios().forEach(id -> assertFalse(Messages.in(Locale.ENGLISH).text("scenario." + id).isBlank()));
    }
}
