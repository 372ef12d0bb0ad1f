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

/** What came with the program, as far as the self-test can count it: Java's modules, words, guides. */
public final class InstallationCheck {
    /** What the program and its libraries need of Java, as {@code packaging/JavaRuntime.java} puts it there. */
    private static final List<String> MODULES = List.of("java.base", "java.desktop", "java.logging", "java.management",
            "java.naming", "java.net.http", "java.sql", "java.xml", "jdk.httpserver",
            "jdk.localedata", "jdk.unsupported", "javafx.base", "javafx.graphics", "javafx.controls", "javafx.fxml");

    private InstallationCheck() {}

    /** Names the modules, and fails with the names of those that are missing. */
    public static String modules() {
        // Windows keeps its certificates where only this module can read them.
        boolean windows = OperatingSystem.current() == OperatingSystem.WINDOWS;
        return modules(windows ? Stream.concat(MODULES.stream(), Stream.of("jdk.crypto.mscapi")).toList() : MODULES);
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

    /** Reads every text of the program and of the practice world's pages, in each language. */
    static String words() {
        return Languages.SUPPORTED.stream().map(InstallationCheck::words).collect(Collectors.joining("; "));
    }

    private static String words(Locale language) {
        Messages messages = Messages.in(language);
        ResourceBundle pages = ResourceBundle.getBundle("app.keyturn.practice.pages", language);
        if (!language.equals(messages.locale())) {
            throw new NoSuchElementException("no words in " + language);
        }
        return language + " " + texts(messages.bundle()) + " and " + texts(pages);
    }

    /** Counts a bundle's texts, and fails if one of them is empty or its gaps cannot be filled. */
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

    /** Looks for a guide for every portal, and for the words and the pictures of its steps. */
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
