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
 * The state of the frame: which page is in front, and the problem of each page. A problem stays with its page,
 * whichever is in front, until that page clears it.
 */
public final class Wizard implements Frame {
    private final RenewalState renewalState;
    private final Runnable restart;
    private final ReadOnlyObjectWrapper<@Nullable Page> current = new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ReadOnlyObjectWrapper<@Nullable Page> sidePage = new ReadOnlyObjectWrapper<>(this, "sidePage");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    /** By page id. */
    private final Map<String, Problem> problems = new HashMap<>();
    private @Nullable Detour detour;
    private List<Page> usual = List.of();
    private List<Page> checkingFirst = List.of();

    /**
     * Starts without pages; see {@link #open}.
     *
     * @param restart builds everything anew, for another renewal
     */
    public Wizard(RenewalState renewalState, Runnable restart) {
        this.renewalState = renewalState;
        this.restart = restart;
        renewalState.onNextRenewal(this::forgetRenewal);
    }

    /**
     * Opens the first page.
     *
     * @param usual the pages in their order
     * @param checkingFirst the same pages, in the order for checking Microsoft's side first
     */
    public void open(List<Page> usual, List<Page> checkingFirst) {
        this.usual = List.copyOf(usual);
        this.checkingFirst = List.copyOf(checkingFirst);
        goTo(usual.getFirst());
    }

    /**
     * The frame for one page: the problems shown through it belong to that page, and its status is shown only while
     * that page is in front.
     */
    public Frame frameFor(String pageId) {
        return new PageFrame(this, pageId);
    }

    public ReadOnlyObjectProperty<@Nullable Page> current() {
        return current.getReadOnlyProperty();
    }

    /** The problem of the page in front; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The side page shown over the page in front; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Page> sidePage() {
        return sidePage.getReadOnlyProperty();
    }

    /** The page to show: the side page, else the page in front. */
    @Nullable
    Page front() {
        Page side = sidePage.get();
        return side == null ? current.get() : side;
    }

    /** The problem to show: none on a side page. */
    @Nullable
    Problem problemInFront() {
        return sidePage.get() == null ? problem.get() : null;
    }

    /** The status line. */
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /** The pages in their current order. */
    public List<Page> pages() {
        return renewalState.checkFirst().get() ? checkingFirst : usual;
    }

    /** The position of the page in front, from 0. */
    public int position() {
        return pages().indexOf(current.get());
    }

    /** True if there is a page before this one and the way to it is open. */
    public boolean canGoBack() {
        Page page = current.get();
        return page != null && position() > 0 && page.model().backBlockedReason().get().isEmpty();
    }

    /** Goes on by one page; with a completed renewal whose app is chosen, to the last one, which shows it. */
    @Override
    public void next() {
        Page page = current.get();
        if (page != null && page.model().ready().get() && position() < pages().size() - 1) {
            renewalState.proxy().forget();
            page.model().onNext();
            renewalState.proxy().handOver();
            goTo(isCompleted() ? pages().getLast() : pages().get(position() + 1));
        }
    }

    private boolean isCompleted() {
        return renewalState.result().get() != null && renewalState.target().get() != null;
    }

    /** Goes back one page, if possible. What was entered stays. */
    public void back() {
        if (canGoBack()) {
            goTo(pages().get(position() - 1));
        }
    }

    /** Lets a page perform the problem's action: the page in front if it can, else the nearest one before it. */
    public void actOn(Problem problem) {
        Optional<Page> performer = pageFor(problem.action());
        clearProblem();
        performer.ifPresent(page -> {
            Page from = current.get();
            if (from != null && !page.equals(from)) {
                goTo(page);
                detour = new Detour(from, page);
            }
            page.model().perform(problem.action());
        });
    }

    /** True if the page in front or one before it can perform the problem's action. */
    public boolean canActOn(Problem problem) {
        return pageFor(problem.action()).isPresent();
    }

    private Optional<Page> pageFor(Action action) {
        for (int place = position(); place >= 0; place--) {
            if (pages().get(place).model().performs().contains(action)) {
                return Optional.of(pages().get(place));
            }
        }
        return Optional.empty();
    }

    /** Shows a side page over the page in front. */
    public void showSidePage(Page page) {
        sidePage.set(page);
        page.model().onShown();
    }

    public void closeSidePage() {
        sidePage.set(null);
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
    public void announce(ObservableValue<String> text) {
        status.bind(text);
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
        restart.run();
    }

    /** From the page with a problem to the page that performs its action. */
    private record Detour(Page from, Page to) {}

    /** Sets or clears the problem of a page. */
    void setProblem(String pageId, @Nullable Problem bad) {
        // A failed read has changed nothing, but an earlier attempt to save may have.
        Problem complete = bad == null ? null : bad.after(renewalState.changed());
        if (complete == null) {
            problems.remove(pageId);
        } else {
            problems.put(pageId, complete);
        }
        if (isInFront(pageId)) {
            if (complete == null) {
                // The user tries again, with what was entered for the network's proxy.
                renewalState.proxy().handOver();
            }
            problem.set(complete);
        }
    }

    /** Problems of a completed renewal, and the way back to one of its pages, are not for the next one. */
    private void forgetRenewal() {
        problems.clear();
        problem.set(null);
        detour = null;
    }

    boolean isInFront(String pageId) {
        Page page = current.get();
        return page != null && page.id().equals(pageId);
    }

    private void goTo(Page page) {
        detour = null;
        renewalState.proxy().forget();
        sidePage.set(null);
        problem.set(null);
        status.bind(Messages.empty());
        current.set(page);
        problem.set(problems.get(page.id()));
        page.model().onShown();
    }
}
