package installer;

import java.io.IOException;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.ModuleHashesAttribute;
import java.lang.classfile.attribute.ModuleResolutionAttribute;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes modules (jmod) again from a Java runtime that jlink made, for whatever system it is. */
final class RuntimeModules {
    /** The list of modules that a runtime was linked with; jlink writes a new one. */
    private static final Predicate<String> LINKED_BEFORE = Pattern
            .compile("java\\.base/jdk/internal/module/SystemModules\\$.*\\.class")
            .asMatchPredicate();

    private RuntimeModules() {}

    /**
     * Copies classes, without the hashes that would tie a module to the others of its runtime.
     *
     * @param included decides by a module's name
     * @param classes gets a folder for each module
     */
    static void unpack(Path runtime, Predicate<String> included, Path classes) throws IOException {
        try (FileSystem image = FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", runtime.toString()));
                Stream<Path> found = Files.list(image.getPath("modules"))) {
            for (Path module : found.filter(it -> included.test(it.getFileName().toString())).toList()) {
                unpack(module, classes);
            }
        }
    }

    private static void unpack(Path module, Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(module)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = module.getFileName() + "/" + module.relativize(file);
                if (!LINKED_BEFORE.test(name)) {
                    Path target = classes.resolve(name);
                    Files.createDirectories(target.getParent());
                    byte[] content = Files.readAllBytes(file);
                    Files.write(target, file.endsWith("module-info.class") ? withoutHashes(content) : content);
                }
            }
        }
    }

    private static byte[] withoutHashes(byte[] moduleInfo) {
        Predicate<ClassElement> dropped = it -> it instanceof ModuleHashesAttribute
                || it instanceof ModuleResolutionAttribute;
        ClassFile format = ClassFile.of();
        return format.transformClass(format.parse(moduleInfo), ClassTransform.dropping(dropped));
    }

    /**
     * Packs what was unpacked.
     *
     * @param platform as jmod names it
     * @param base options of jmod for java.base, which gets all native files
     * @param modules the folder that is created
     */
    static void pack(Path classes, String platform, List<String> base, Path modules) throws IOException {
        Files.createDirectories(modules);
        try (Stream<Path> unpacked = Files.list(classes)) {
            for (Path module : unpacked.sorted().toList()) {
                String name = module.getFileName().toString();
                List<String> arguments = new ArrayList<>(List.of("create", "--class-path", module.toString(),
                        "--target-platform", platform, "--compress", "zip-0"));
                if (name.equals("java.base")) {
                    arguments.addAll(base);
                }
                arguments.add(modules.resolve(name + ".jmod").toString());
                Commands.jdkTool("jmod", arguments);
            }
        }
    }
}
