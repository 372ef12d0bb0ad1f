package app.keyturn.pages.apple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.guide.Guide;
import app.keyturn.guide.Guides;
import app.keyturn.guide.Picture;
import app.keyturn.renewal.Portal;
import app.keyturn.wizard.RenewalState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuideModelTest {
    private final RenewalState renewalState = new RenewalState();
    private final GuideModel model = new GuideModel(renewalState);

    @BeforeEach
    void choose() {
        renewalState.portal().set(Portal.BUSINESS);
    }

    @ParameterizedTest
    @EnumSource(Portal.class)
    void otherScreensComeNewestFirstAndEndWithTheLandmarksAlone(Portal portal) {
        renewalState.portal().set(portal);
        List<Guide> seen = new ArrayList<>();
        while (!model.alone().get()) {
            seen.add(model.guide().get());
            model.showOther();
        }
        assertEquals(Guides.forPortal(portal), seen);
        assertEquals(Picture.LANDMARKS, model.picture());
        assertEquals(Guide.DrawnFrom.LANDMARKS, model.drawn());
        assertFalse(model.isNewest());
        model.showNewest();
        assertTrue(model.isNewest());
        assertFalse(model.alone().get());
    }

    @Test
    void itIsKnownWhetherThereAreOlderScreens() {
        assertTrue(model.hasOlder());
        for (int turn = 1; turn < Guides.forPortal(Portal.BUSINESS).size(); turn++) {
            model.showOther();
        }
        assertFalse(model.hasOlder());
    }

    @Test
    void thePictureIsThatOfTheFirstStepToDo() {
        assertEquals(step(0).picture(), model.picture());
        model.tick(step(0), true);
        assertEquals(1, model.pictured().get());
        model.tick(step(2), true);
        assertEquals(1, model.pictured().get(), "a step in between is still to do");
        model.tick(step(1), true);
        assertEquals(3, model.pictured().get());
        model.tick(step(1), false);
        assertEquals(1, model.pictured().get());
    }

    @Test
    void whenAllIsDoneThePictureIsTheLastOne() {
        model.guide().get().steps().forEach(step -> model.tick(step, true));
        assertEquals(model.guide().get().steps().size() - 1, model.pictured().get());
    }

    @Test
    void picturesCanBeTurnedAsFarAsThereAreSome() {
        model.turnPictures(-1);
        assertEquals(0, model.pictured().get());
        model.turnPictures(1);
        assertEquals(step(1).picture(), model.picture());
        model.turnPictures(99);
        assertEquals(model.guide().get().steps().size() - 1, model.pictured().get());
    }

    @Test
    void aTickStaysWithItsStepThroughAllVersions() {
        model.tick(step(0), true);
        model.tick(step(1), true);
        Guide newest = model.guide().get();
        model.showOther();
        assertTrue(model.isTicked(step(0)), "the same step");
        assertFalse(model.isTicked(step(1)), "another step");
        assertEquals(1, model.pictured().get());
        model.showNewest();
        assertTrue(model.isTicked(newest.steps().get(1)));
        assertEquals(2, model.pictured().get());
    }

    @Test
    void anotherPortalsStepsAreBegunAnew() {
        Guide.Step shared = step(3);
        model.tick(shared, true);
        model.showOther();
        renewalState.portal().set(Portal.SCHOOL);
        assertEquals(Guides.forPortal(Portal.SCHOOL).getFirst(), model.guide().get());
        assertFalse(model.isTicked(shared));
        assertEquals(0, model.pictured().get());
    }

    private Guide.Step step(int place) {
        return model.guide().get().steps().get(place);
    }
}
