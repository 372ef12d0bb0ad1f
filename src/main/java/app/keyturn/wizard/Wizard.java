package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The state of the frame: which page is in front, and which problem each page has. A problem stays with the page it came
 * from, whichever is in front by then, until that page takes it away.
 */
public final class Wizard implements Frame {
    private final RenewalState renewalState;
    private final Runnable anew;
    private final ReadOnlyObjectWrapper<@Nullable Page> current = new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ReadOnlyObjectWrapper<@Nullable Page> aside = new ReadOnlyObjectWrapper<>(this, "aside");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    /** By the page's id. */
    private final Map<String, Problem> problems = new HashMap<>();
    private @Nullable Detour detour;
    private List<Page> usual = List.of();
    private List<Page> checkingFirst = List.of();

    /**
     * Makes a wizard with no pages yet.
     *
     * @param renewalState what has been entered
     * @param anew builds everything anew, for another renewal
     */
    public Wizard(RenewalState renewalState, Runnable anew) {
        this.renewalState = renewalState;
        this.anew = anew;
    }

    /**
     * Opens the first page.
     *
     * @param usual the pages in their order
     * @param checkingFirst the same pages, in the order for people who look at Microsoft's side first
     */
    public void open(List<Page> usual, List<Page> checkingFirst) {
        this.usual = List.copyOf(usual);
        this.checkingFirst = List.copyOf(checkingFirst);
        goTo(usual.getFirst());
    }

    /**
     * The frame as one page's model sees it: its problems stay with that page, and what it says is said only while that
     * page is in front.
     *
     * @param pageId the page's name
     */
    public Frame of(String pageId) {
        return new PageFrame(this, pageId);
    }

    /** The page in front. */
    public ReadOnlyObjectProperty<@Nullable Page> current() {
        return current.getReadOnlyProperty();
    }

    /** The problem shown on it; null if all is well. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** A page shown for a while in place of the one in front, outside the order; null if none. */
    public ReadOnlyObjectProperty<@Nullable Page> aside() {
        return aside.getReadOnlyProperty();
    }

    /** The page to show: the one aside, else the one in front. */
    @Nullable
    Page front() {
        Page beside = aside.get();
        return beside == null ? current.get() : beside;
    }

    /** The problem to show: none while a page is shown aside. */
    @Nullable
    Problem problemInFront() {
        return aside.get() == null ? problem.get() : null;
    }

    /** How things stand, in one line. */
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /** The pages in the order in force. */
    public List<Page> pages() {
        return renewalState.checkFirst().get() ? checkingFirst : usual;
    }

    /** The place of the page in front, from 0. */
    public int position() {
        return pages().indexOf(current.get());
    }

    /** True if there is a page before this one and nothing closes the way to it. */
    public boolean canGoBack() {
        Page page = current.get();
        return page != null && position() > 0 && page.model().noWayBack().get().isEmpty();
    }

    @Override
    public void next() {
        Page page = current.get();
        if (page != null && page.model().ready().get() && position() < pages().size() - 1) {
            renewalState.proxy().forget();
            page.model().passed();
            renewalState.proxy().handOver();
            goTo(pages().get(position() + 1));
        }
    }

    /** Goes back one page, if there is a way. What was entered stays. */
    public void back() {
        if (canGoBack()) {
            goTo(pages().get(position() - 1));
        }
    }

    /** Has a page carry out the problem's one action: the page in front if it can, else the nearest one before it. */
    public void actOn(Problem shown) {
        Optional<Page> able = pageFor(shown.action());
        clearProblem();
        able.ifPresent(page -> {
            Page from = current.get();
            if (from != null && !page.equals(from)) {
                goTo(page);
                detour = new Detour(from, page);
            }
            page.model().perform(shown.action());
        });
    }

    /** True if some page up to here can carry out the problem's one action. */
    public boolean canActOn(Problem shown) {
        return pageFor(shown.action()).isPresent();
    }

    private Optional<Page> pageFor(Action action) {
        for (int place = position(); place >= 0; place--) {
            if (pages().get(place).model().carriesOut().contains(action)) {
                return Optional.of(pages().get(place));
            }
        }
        return Optional.empty();
    }

    /** Shows a page outside the order; the one in front waits behind it. */
    public void showAside(Page page) {
        aside.set(page);
        page.model().shown();
    }

    /** Returns to the page in front. */
    public void closeAside() {
        aside.set(null);
    }

    @Override
    public void show(Problem bad) {
        Page page = current.get();
        if (page != null) {
            setProblem(page.id(), bad);
        }
    }

    @Override
    public void clearProblem() {
        Page page = current.get();
        if (page != null) {
            setProblem(page.id(), null);
        }
    }

    @Override
    public void announce(ObservableValue<String> words) {
        status.bind(words);
    }

    @Override
    public void returnFromDetour() {
        Detour taken = detour;
        if (taken != null && taken.to().equals(current.get()) && problem.get() == null) {
            goTo(taken.from());
        }
    }

    @Override
    public void startOver() {
        anew.run();
    }

    /** From the page with a problem to the page that carries out its action. */
    private record Detour(Page from, Page to) {}

    /** Gives a page a problem, or takes its problem away. */
    void setProblem(String pageId, @Nullable Problem bad) {
        // What failed to read something has changed nothing; an attempt at saving before that may have.
        Problem inFull = bad == null ? null : bad.after(renewalState.changed());
        if (inFull == null) {
            problems.remove(pageId);
        } else {
            problems.put(pageId, inFull);
        }
        if (isInFront(pageId)) {
            if (inFull == null) {
                // It is being tried again, and what was typed for the network's proxy is to count for that.
                renewalState.proxy().handOver();
            }
            problem.set(inFull);
        }
    }

    /** True if this is the page in front. */
    boolean isInFront(String pageId) {
        Page page = current.get();
        return page != null && page.id().equals(pageId);
    }

    private void goTo(Page page) {
        detour = null;
        renewalState.proxy().forget();
        aside.set(null);
        problem.set(null);
        status.bind(Messages.empty());
        current.set(page);
        problem.set(problems.get(page.id()));
        page.model().shown();
    }
}
