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
 * Where the person is in the steps at Apple: which version of the screens is shown, which steps are ticked, and which
 * step's picture is drawn. A tick belongs to the step, so another version that has the same step has its tick as well.
 */
public final class GuideModel {
    private final ReadOnlyObjectWrapper<Guide> guide;
    private final ReadOnlyBooleanWrapper alone = new ReadOnlyBooleanWrapper(this, "alone");
    private final ReadOnlyIntegerWrapper pictured = new ReadOnlyIntegerWrapper(this, "pictured");
    private final Set<String> ticked = new HashSet<>();

    /**
     * Makes the model.
     *
     * @param renewalState tells the portal; the steps of another portal are begun anew
     */
    public GuideModel(RenewalState renewalState) {
        guide = new ReadOnlyObjectWrapper<>(this, "guide", all(renewalState.portal().get()).getFirst());
        renewalState.portal().subscribe(portal -> {
            ticked.clear();
            show(all(portal).getFirst());
        });
    }

    /** The version of the screens that is shown; the last one while the landmarks stand alone. */
    public ReadOnlyObjectProperty<Guide> guide() {
        return guide.getReadOnlyProperty();
    }

    /** True after the last version, when no steps are shown any more, only what to look for. */
    public ReadOnlyBooleanProperty alone() {
        return alone.getReadOnlyProperty();
    }

    /** The place, from 0, of the step whose picture is shown. */
    public ReadOnlyIntegerProperty pictured() {
        return pictured.getReadOnlyProperty();
    }

    /** The picture to show. */
    public Picture picture() {
        return alone.get() ? Picture.LANDMARKS : guide.get().steps().get(pictured.get()).picture();
    }

    /** What it was drawn from. */
    public Guide.DrawnFrom drawn() {
        return alone.get() ? Guide.DrawnFrom.LANDMARKS : guide.get().steps().get(pictured.get()).drawnFrom();
    }

    /** True if older screens are known than those shown. */
    public boolean hasOlder() {
        return !guide.get().equals(versions().getLast());
    }

    /** True if the newest screens are shown. */
    public boolean isNewest() {
        return !alone.get() && guide.get().equals(versions().getFirst());
    }

    /** Shows the next older screens; after the oldest, the landmarks alone. */
    public void showOther() {
        if (hasOlder()) {
            show(versions().get(versions().indexOf(guide.get()) + 1));
        } else {
            alone.set(true);
        }
    }

    /** Shows the newest screens again. */
    public void showNewest() {
        show(versions().getFirst());
    }

    /** Shows the picture of a step near by, if there is one. */
    public void turnPictures(int by) {
        pictured.set(Math.clamp((long) pictured.get() + by, 0, guide.get().steps().size() - 1));
    }

    /** True if the person has done this step. */
    public boolean isTicked(Guide.Step step) {
        return ticked.contains(step.textKey());
    }

    /** Notes whether the person has done a step; the picture becomes that of the first step not yet done. */
    public void tick(Guide.Step step, boolean done) {
        if (done ? ticked.add(step.textKey()) : ticked.remove(step.textKey())) {
            pictured.set(firstToDo());
        }
    }

    private int firstToDo() {
        List<Guide.Step> steps = guide.get().steps();
        return IntStream.range(0, steps.size())
                .filter(place -> !isTicked(steps.get(place)))
                .findFirst()
                .orElse(steps.size() - 1);
    }

    private void show(Guide chosen) {
        alone.set(false);
        pictured.set(0); // a place that every version has
        guide.set(chosen);
        pictured.set(firstToDo());
    }

    private List<Guide> versions() {
        return Guides.forPortal(guide.get().portal());
    }

    private static List<Guide> all(@Nullable Portal portal) {
        return Guides.forPortal(portal == null ? Portal.SCHOOL : portal);
    }
}
