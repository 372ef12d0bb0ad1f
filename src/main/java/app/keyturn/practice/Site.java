package app.keyturn.practice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The hosts that this world stands in for, each in a folder of its own. */
enum Site {
    LOGIN("login.practice.invalid"), GRAPH("graph.practice.invalid"), SCHOOL("school.apple.com"), BUSINESS(
            "business.apple.com");

    private final String host;

    Site(String host) {
        this.host = host;
    }

    String host() {
        return host;
    }

    /** The address as the program knows it. */
    String origin() {
        return "https://" + host;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Site> inFolder(String folder) {
        return Arrays.stream(values()).filter(site -> site.folder().equals(folder)).findFirst();
    }
}
