package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The modules of a JDK for Windows, which jlink links on any system.
 *
 * @param modules a folder with a .jmod for each module
 * @param trial true if they were made from a Java runtime, because no JDK was given. That runtime lacks {@value #CERTIFICATES},
 *        so the program cannot read the certificates that Windows trusts, and is not fit for a release.
 */
record WindowsJdk(Path modules, boolean trial) {
    /** Reads the certificates that Windows trusts. Only a JDK for Windows has it. */
    static final String CERTIFICATES = "jdk.crypto.mscapi";
    /** The JDK that builds has all of it; a small runtime may have the data of few languages only. It is Java alone. */
    private static final String LOCALES = "jdk.localedata";
    /** The native libraries that JavaFX and the modules that Keyturn uses need; no other is taken. */
    private static final Predicate<String> LIBRARY = Pattern
            .compile("(java|jimage|jli|management|msvcp140|net|nio|prefs|syslookup|vcruntime140(_1)?|verify|zip)\\.dll")
            .asMatchPredicate();

    /** A JDK's own modules. */
    static WindowsJdk given(Path modules) {
        if (!Files.exists(modules.resolve("java.base.jmod"))) {
            throw new IllegalStateException(modules + " has no java.base.jmod");
        }
        return new WindowsJdk(modules, false);
    }

    /**
     * Makes modules from a Java runtime for Windows.
     *
     * @param runtime the runtime, as jlink made it
     * @param work a folder for intermediate files; the modules are left there
     */
    static WindowsJdk fromRuntime(Path runtime, Path work) throws IOException {
        Path classes = work.resolve("jdk-classes");
        RuntimeModules.unpack(runtime, module -> !module.equals(LOCALES), classes);
        RuntimeModules.unpack(Path.of(System.getProperty("java.home")), LOCALES::equals, classes);
        Path commands = work.resolve("jdk-commands");
        Path libraries = work.resolve("jdk-libraries");
        copyNatives(runtime, commands, libraries);
        Path modules = work.resolve("jdk");
        RuntimeModules.pack(classes, "windows-amd64", List.of("--cmds", commands.toString(), "--libs",
                libraries.toString(), "--config", runtime.resolve("conf").toString(), "--legal-notices",
                runtime.resolve("legal/java.base").toString()), modules);
        return new WindowsJdk(modules, true);
    }

    private static void copyNatives(Path runtime, Path commands, Path libraries) throws IOException {
        Files.createDirectories(commands);
        Path server = Files.createDirectories(libraries.resolve("server"));
        Path bin = runtime.resolve("bin");
        Files.copy(bin.resolve("java.exe"), commands.resolve("java.exe"));
        Files.copy(bin.resolve("server/jvm.dll"), server.resolve("jvm.dll"));
        try (Stream<Path> found = Files.list(bin)) {
            for (Path library : found.filter(it -> LIBRARY.test(it.getFileName().toString())).toList()) {
                Files.copy(library, libraries.resolve(library.getFileName().toString()));
            }
        }
        // The files beside the modules that Java reads, such as those about time zones; not what only compilers need.
        for (Path path : FileTree.list(runtime.resolve("lib"))) {
            String name = FileTree.relativeName(runtime.resolve("lib"), path);
            if (Files.isRegularFile(path) && !name.equals("modules") && !name.endsWith(".lib")) {
                Path target = libraries.resolve(name);
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    /**
     * The classes of a module.
     *
     * @param work gets them
     */
    Path classes(String module, Path work) {
        Path folder = work.resolve("extracted").resolve(module);
        Commands.jdkTool("jmod",
                List.of("extract", "--dir", folder.toString(), modules.resolve(module + ".jmod").toString()));
        return folder.resolve("classes");
    }
}
