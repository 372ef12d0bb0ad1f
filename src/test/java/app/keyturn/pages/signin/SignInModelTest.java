package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.keyturn.pages.signin.SignInModel.State;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.Waiting;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.FakeDesktop;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Tasks;
import app.keyturn.wizard.Wizard;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SignInModelTest {
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final Draft draft = new Draft();
    private final Unending tasks = new Unending();
    private final SignInModel model = model();

    @Test
    void anImpossibleDomainIsSaidAtTheFieldAndNothingIsSent() {
        model.tenant().set("maple example/x");
        model.signIn();
        assertEquals(0, tasks.started);
        assertEquals(State.SIGNED_OUT, model.state().get());
        assertEquals(messages.text("signin.other-tenant.impossible"), model.tenantMessage().get());
        model.tenant().set("maple.example");
        assertEquals("", model.tenantMessage().get());
        model.signIn();
        assertEquals(1, tasks.started);
    }

    @Test
    void whoCancelsIsNotSignedIn() {
        model.signIn();
        draft.signedIn().set(new SignedIn(new Account("it@maple.example", "1"), "Maple Street School"));
        model.cancel();
        assertNull(draft.signedIn().get());
        assertNull(draft.target().get());
        assertEquals(State.SIGNED_OUT, model.state().get());
    }

    @Test
    void theNumberOfAnErrorIsFoundInWhateverWasCopied() {
        String blocked = model.help("50105");
        assertEquals(blocked, model.help("Error AADSTS50105: 2 of 3, 2026-11-22"));
        assertEquals("", model.help("12"));
        assertEquals("", model.help("123456789012"));
    }

    private SignInModel model() {
        Provisioning nobody = nobody(Provisioning.class);
        Clock clock = Clock.systemUTC();
        return new SignInModel(
                new MicrosoftSide(nobody(SignIn.class), nobody,
                        new Renewal(nobody, Limits.STANDARD, Waiting.on(clock)), clock),
                draft, new Wizard(draft, () -> {}), tasks, new FakeDesktop(), messages);
    }

    private static <T> T nobody(Class<T> kind) {
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[]{kind}, (_, method, _) -> {
            throw new AssertionError(method.getName());
        }));
    }

    /** Work that begins and never ends. */
    private static final class Unending implements Tasks {
        private int started;

        @Override
        public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
            started++;
            return () -> {};
        }

        @Override
        public void onWindow(Runnable action) {
            action.run();
        }
    }
}
