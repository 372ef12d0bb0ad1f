package app.keyturn.testkit;

import app.keyturn.renewal.Portal;
import app.keyturn.wizard.SessionSwitch;
import java.util.ArrayList;
import java.util.List;

/** A switch that only records what is asked of it. */
public final class FakeSessionSwitch implements SessionSwitch {
    /** What was asked for, in order. */
    public final List<String> asked = new ArrayList<>();
    private final boolean practising;

    public FakeSessionSwitch(boolean practising) {
        this.practising = practising;
    }

    @Override
    public boolean practising() {
        return practising;
    }

    @Override
    public List<String> scenarios() {
        return List.of("healthy", "wrong-token", "expired-token", "no-permission");
    }

    @Override
    public void enterPractice(Portal portal, String scenario) {
        asked.add(portal + " " + scenario);
    }

    @Override
    public void leavePractice() {
        asked.add("leave");
    }
}
