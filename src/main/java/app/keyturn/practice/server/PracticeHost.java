package app.keyturn.practice.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The hosts that this world stands in for, each in a folder of its own. */
public enum PracticeHost {
    LOGIN("login.practice.invalid"), GRAPH("graph.practice.invalid"), SCHOOL("school.apple.com"), BUSINESS(
            "business.apple.com");

    private final String host;

    PracticeHost(String host) {
        this.host = host;
    }

    public String host() {
        return host;
    }

    /** The address as the program knows it. */
    public String origin() {
        return "https://" + host;
    }

    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PracticeHost> fromFolder(String folder) {
        return Arrays.stream(values()).filter(host -> host.folder().equals(folder)).findFirst();
    }
}
