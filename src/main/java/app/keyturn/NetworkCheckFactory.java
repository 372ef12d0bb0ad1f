package app.keyturn;

import app.keyturn.entra.Cloud;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.renewal.ConnectivityCheck;
import java.time.Clock;
import java.util.function.Supplier;

/** Makes the look at the network that a world in earnest begins with. */
@FunctionalInterface
public interface NetworkCheckFactory {
    /**
     * Makes it.
     *
     * @param http the world's own client, with its trust and its proxy
     * @param cloud which cloud is asked; known only when it is
     * @param clock dates what is found
     */
    ConnectivityCheck create(EntraHttp http, Supplier<Cloud> cloud, Clock clock);
}
