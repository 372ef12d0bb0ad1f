package app.keyturn.pages.apple;

import app.keyturn.guide.Guide;
import app.keyturn.guide.Guides;
import app.keyturn.guide.Picture;
import app.keyturn.renewal.Portal;
import app.keyturn.wizard.RenewalState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How far the user is in the steps at Apple: which version of the screens is shown, which steps are ticked, and which
 * step's picture is shown. Ticks belong to a step, so a step that several versions share keeps its tick.
 */
public final class GuideModel {
    private final ReadOnlyObjectWrapper<Guide> guide;
    private final ReadOnlyBooleanWrapper landmarksOnly = new ReadOnlyBooleanWrapper(this, "landmarksOnly");
    private final ReadOnlyIntegerWrapper pictureIndex = new ReadOnlyIntegerWrapper(this, "pictureIndex");
    private final Set<String> ticked = new HashSet<>();

    /**
     * Creates the model.
     *
     * @param renewalState has the portal; choosing another one starts its steps from the beginning
     */
    public GuideModel(RenewalState renewalState) {
        guide = new ReadOnlyObjectWrapper<>(this, "guide", all(renewalState.portal().get()).getFirst());
        renewalState.portal().subscribe(this::startAgain);
        renewalState.onNextRenewal(() -> startAgain(renewalState.portal().get()));
    }

    private void startAgain(@Nullable Portal portal) {
        ticked.clear();
        show(all(portal).getFirst());
    }

    /** The version of the screens that is shown; the last one while only the landmarks are. */
    public ReadOnlyObjectProperty<Guide> guide() {
        return guide.getReadOnlyProperty();
    }

    /** True after the last version, when only the landmarks to look for are shown. */
    public ReadOnlyBooleanProperty landmarksOnly() {
        return landmarksOnly.getReadOnlyProperty();
    }

    /** The index of the step whose picture is shown. */
    public ReadOnlyIntegerProperty pictureIndex() {
        return pictureIndex.getReadOnlyProperty();
    }

    public Picture picture() {
        return landmarksOnly.get() ? Picture.LANDMARKS : guide.get().steps().get(pictureIndex.get()).picture();
    }

    /** What the picture was drawn from. */
    public Guide.DrawnFrom drawn() {
        return landmarksOnly.get()
                ? Guide.DrawnFrom.LANDMARKS
                : guide.get().steps().get(pictureIndex.get()).drawnFrom();
    }

    /** True if there is an older version than the one shown. */
    public boolean hasOlder() {
        return !guide.get().equals(versions().getLast());
    }

    /** True if the newest version is shown. */
    public boolean isNewestShown() {
        return !landmarksOnly.get() && guide.get().equals(versions().getFirst());
    }

    /** Shows the next older version; after the oldest, only the landmarks. */
    public void showOlder() {
        if (hasOlder()) {
            show(versions().get(versions().indexOf(guide.get()) + 1));
        } else {
            landmarksOnly.set(true);
        }
    }

    /** Shows the newest version. */
    public void showNewest() {
        show(versions().getFirst());
    }

    /** Shows the picture of a step before or after, if there is one. */
    public void movePicture(int by) {
        pictureIndex.set(Math.clamp((long) pictureIndex.get() + by, 0, guide.get().steps().size() - 1));
    }

    public boolean isTicked(Guide.Step step) {
        return ticked.contains(step.textKey());
    }

    /** Ticks or unticks a step, and shows the picture of the first step that is not done. */
    public void tick(Guide.Step step, boolean done) {
        if (done ? ticked.add(step.textKey()) : ticked.remove(step.textKey())) {
            pictureIndex.set(firstUndone());
        }
    }

    private int firstUndone() {
        List<Guide.Step> steps = guide.get().steps();
        return IntStream.range(0, steps.size())
                .filter(place -> !isTicked(steps.get(place)))
                .findFirst()
                .orElse(steps.size() - 1);
    }

    private void show(Guide chosen) {
        landmarksOnly.set(false);
        pictureIndex.set(0); // an index that every version has
        guide.set(chosen);
        pictureIndex.set(firstUndone());
    }

    private List<Guide> versions() {
        return Guides.forPortal(guide.get().portal());
    }

    private static List<Guide> all(@Nullable Portal portal) {
        return Guides.forPortal(portal == null ? Portal.SCHOOL : portal);
    }
}
