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
    void olderScreensFollowInOrderAndTheLandmarksComeLast(Portal portal) {
        renewalState.portal().set(portal);
        List<Guide> seen = new ArrayList<>();
        while (!model.landmarksOnly().get()) {
            seen.add(model.guide().get());
            model.showOlder();
        }
        assertEquals(Guides.forPortal(portal), seen);
        assertEquals(Picture.LANDMARKS, model.picture());
        assertEquals(Guide.DrawnFrom.LANDMARKS, model.drawn());
        assertFalse(model.isNewestShown());
        model.showNewest();
        assertTrue(model.isNewestShown());
        assertFalse(model.landmarksOnly().get());
    }

    @Test
    void theModelKnowsWhetherThereAreOlderScreens() {
        assertTrue(model.hasOlder());
        for (int turn = 1; turn < Guides.forPortal(Portal.BUSINESS).size(); turn++) {
            model.showOlder();
        }
        assertFalse(model.hasOlder());
    }

    @Test
    void thePictureShowsTheFirstStepToDo() {
        assertEquals(step(0).picture(), model.picture());
        model.tick(step(0), true);
        assertEquals(1, model.pictureIndex().get());
        model.tick(step(2), true);
        assertEquals(1, model.pictureIndex().get(), "a step in between is still to do");
        model.tick(step(1), true);
        assertEquals(3, model.pictureIndex().get());
        model.tick(step(1), false);
        assertEquals(1, model.pictureIndex().get());
    }

    @Test
    void whenAllIsDoneTheLastPictureIsShown() {
        model.guide().get().steps().forEach(step -> model.tick(step, true));
        assertEquals(model.guide().get().steps().size() - 1, model.pictureIndex().get());
    }

    @Test
    void movingPicturesStopsAtBothEnds() {
        model.movePicture(-1);
        assertEquals(0, model.pictureIndex().get());
        model.movePicture(1);
        assertEquals(step(1).picture(), model.picture());
        model.movePicture(99);
        assertEquals(model.guide().get().steps().size() - 1, model.pictureIndex().get());
    }

    @Test
    void aStepKeepsItsTickInAllVersions() {
        model.tick(step(0), true);
        model.tick(step(1), true);
        Guide newest = model.guide().get();
        model.showOlder();
        assertTrue(model.isTicked(step(0)), "the same step");
        assertFalse(model.isTicked(step(1)), "another step");
        assertEquals(1, model.pictureIndex().get());
        model.showNewest();
        assertTrue(model.isTicked(newest.steps().get(1)));
        assertEquals(2, model.pictureIndex().get());
    }

    @Test
    void anotherPortalsStepsStartWithoutTicks() {
        Guide.Step shared = step(3);
        model.tick(shared, true);
        model.showOlder();
        renewalState.portal().set(Portal.SCHOOL);
        assertEquals(Guides.forPortal(Portal.SCHOOL).getFirst(), model.guide().get());
        assertFalse(model.isTicked(shared));
        assertEquals(0, model.pictureIndex().get());
    }

    private Guide.Step step(int place) {
        return model.guide().get().steps().get(place);
    }
}
