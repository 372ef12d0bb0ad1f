package app.keyturn.practice.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The hosts that the practice world stands in for, each below its own path. */
public enum PracticeHost {
    LOGIN("login.practice.invalid"), GRAPH("graph.practice.invalid"), SCHOOL("school.apple.com"), BUSINESS(
            "business.apple.com");

    private final String hostName;

    PracticeHost(String hostName) {
        this.hostName = hostName;
    }

    /** The host name that the program uses. */
    public String hostName() {
        return hostName;
    }

    /** The address that the program uses, without a path. */
    public String origin() {
        return "https://" + hostName;
    }

    /** The first segment of the path at which the server answers for this host. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PracticeHost> fromFolder(String folder) {
        return Arrays.stream(values()).filter(host -> host.folder().equals(folder)).findFirst();
    }
}
