package app.keyturn.selfcheck;

import app.keyturn.guide.Guide;
import app.keyturn.guide.Guides;
import app.keyturn.i18n.Messages;
import app.keyturn.platform.OperatingSystem;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.Languages;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks what the program ships with: Java modules, texts, guides. */
public final class InstallationCheck {
    /** The Java modules that the program and its libraries need; the packaging links the same ones. */
    private static final List<String> MODULES = List.of("java.base", "java.desktop", "java.logging", "java.management",
            "java.naming", "java.net.http", "java.sql", "java.xml", "jdk.httpserver",
            "jdk.localedata", "jdk.unsupported", "javafx.base", "javafx.graphics", "javafx.controls", "javafx.fxml");

    private InstallationCheck() {}

    /**
     * Lists the modules; fails with the names of those that are missing.
     *
     * @param noSystemCertificates true for a package that cannot read the certificates of Windows, and says so
     */
    static String modules(boolean noSystemCertificates) {
        // On Windows only this module can read the system's certificates.
        boolean windows = OperatingSystem.current() == OperatingSystem.WINDOWS;
        return modules(windows && !noSystemCertificates
                ? Stream.concat(MODULES.stream(), Stream.of("jdk.crypto.mscapi")).toList()
                : MODULES);
    }

    public static String modules(List<String> needed) {
        List<String> missing = needed.stream()
                .filter(name -> ModuleLayer.boot().findModule(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new NoSuchElementException("missing: " + String.join(", ", missing));
        }
        return String.join(", ", needed) + " (Java " + Runtime.version() + ", JavaFX " + javafx() + ")";
    }

    /** Reads every text of the program and of the practice pages in each language. */
    static String texts() {
        return Languages.SUPPORTED.stream().map(InstallationCheck::textsIn).collect(Collectors.joining("; "));
    }

    private static String textsIn(Locale language) {
        Messages messages = Messages.in(language);
        ResourceBundle pages = ResourceBundle.getBundle("app.keyturn.practice.pages", language);
        if (!language.equals(messages.locale())) {
            throw new NoSuchElementException("no words in " + language);
        }
        return language + " " + texts(messages.bundle()) + " and " + texts(pages);
    }

    /** Counts the texts of a bundle; fails if one is empty or is not a valid message format. */
    public static int texts(ResourceBundle bundle) {
        List<String> keys = Collections.list(bundle.getKeys());
        for (String key : keys) {
            String text = bundle.getString(key);
            if (text.isBlank()) {
                throw new IllegalArgumentException("nothing stands under " + key);
            }
            try {
                new MessageFormat(text, bundle.getLocale());
            } catch (IllegalArgumentException gaps) {
                throw new IllegalArgumentException("the gaps of " + key + " are not right", gaps);
            }
        }
        return keys.size();
    }

    /** Loads every portal's guides with the texts and pictures of their steps. */
    static String guides() {
        Messages messages = Messages.in(Locale.getDefault());
        List<String> found = new ArrayList<>();
        for (Portal portal : Portal.values()) {
            List<Guide> guides = Guides.forPortal(portal);
            if (guides.isEmpty() || guides.stream().anyMatch(guide -> guide.steps().isEmpty())) {
                throw new NoSuchElementException("no guide for " + portal);
            }
            for (Guide guide : guides) {
                guide.messageKeys().forEach(messages::text);
                guide.steps().forEach(step -> step.picture().file());
                found.add(portal + " " + guide.version() + ", " + guide.steps().size() + " steps");
            }
        }
        return String.join("; ", found);
    }

    private static String javafx() {
        return ModuleLayer.boot()
                .findModule("javafx.base")
                .flatMap(module -> module.getDescriptor().rawVersion())
                .orElse("of unknown version");
    }
}
