package installer;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Joins the program and its libraries, most of which are not modules, to one module that jlink can put into the
 * runtime. That keeps the AOT cache valid: Java compares a jar's time with the time at training, and packages do not
 * keep times on every system, but of a runtime it compares the size only.
 */
final class ProgramModule {
    static final String NAME = "app.keyturn";
    private static final String SERVICES = "META-INF/services/";
    private static final String LOADER = "java/util/ServiceLoader";
    private static final Set<String> LOADERS = Set.of(LOADER, "io/opentelemetry/common/ComponentLoader");
    /** Loads the service that its caller names; the callers are found by {@link #loadedServices} too. */
    private static final String DELEGATE = "io/opentelemetry/common/ServiceLoaderComponentLoader.class";

    private ProgramModule() {}

    /**
     * Creates the module.
     *
     * @param jars the program and its libraries; their META-INF is left out
     * @param modules the modules it requires
     * @param work gets its jar
     * @param folder gets the module
     * @return the jar
     */
    static Path create(List<JarContents> jars, List<String> modules, Path work, Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (JarContents jar : jars) {
            jar.entries().forEach((name, content) -> {
                if (!name.startsWith("META-INF/") && files.put(name, content) != null) {
                    throw new IllegalStateException(name + " is in two jars");
                }
            });
        }
        files.put("module-info.class", ClassFile.of().buildModule(descriptor(jars, modules, loadedServices(files))));
        Path jar = work.resolve("program.jar");
        new JarContents(files).write(jar);
        Files.createDirectories(folder);
        Commands.jdkTool("jmod",
                List.of("create", "--class-path", jar.toString(), folder.resolve(NAME + ".jmod").toString()));
        return jar;
    }

    private static ModuleAttribute descriptor(List<JarContents> jars, List<String> modules, Set<String> uses) {
        return ModuleAttribute.of(ModuleDesc.of(NAME), module -> {
            // FXML, JavaFX, Gson and Graph use reflection on it.
            module.moduleFlags(AccessFlag.OPEN);
            module.requires(ModuleDesc.of("java.base"), ClassFile.ACC_MANDATED, null);
            modules.forEach(name -> module.requires(ModuleDesc.of(name), 0, null));
            uses.forEach(service -> module.uses(ClassDesc.of(service)));
            jars.forEach(jar -> jar.entries().forEach((name, content) -> {
                if (name.startsWith(SERVICES)) {
                    module.provides(ClassDesc.of(name.substring(SERVICES.length())),
                            LibraryShrinker.providers(content).map(ClassDesc::of).toArray(ClassDesc[]::new));
                }
            }));
        });
    }

    /** The services that these classes load, which a module has to declare. */
    private static Set<String> loadedServices(SortedMap<String, byte[]> files) {
        Set<String> services = new TreeSet<>();
        files.forEach((name, content) -> {
            if (name.endsWith(".class")) {
                services.addAll(loadedServices(name, content));
            }
        });
        return services;
    }

    /** Every class that is named in a method that loads a service. Fails if a class loads services and names none. */
    private static Set<String> loadedServices(String name, byte[] content) {
        Set<String> services = new TreeSet<>();
        ClassModel model = ClassFile.of().parse(content);
        for (MethodModel method : model.methods()) {
            CodeModel code = method.code().orElse(null);
            if (code != null
                    && code.elementStream().anyMatch(it -> it instanceof InvokeInstruction call && loads(call))) {
                code.elementStream()
                        .filter(ConstantInstruction.class::isInstance)
                        .map(it -> ((ConstantInstruction) it).constantValue())
                        .filter(ClassDesc.class::isInstance)
                        .map(ClassDesc.class::cast)
                        .filter(ClassDesc::isClassOrInterface)
                        .forEach(it -> services.add(it.packageName() + "." + it.displayName()));
            }
        }
        boolean namesLoader = StreamSupport.stream(model.constantPool().spliterator(), false)
                .anyMatch(it -> it instanceof ClassEntry named && named.asInternalName().equals(LOADER));
        if (namesLoader && services.isEmpty() && !name.equals(DELEGATE)) {
            throw new IllegalStateException(name + " loads a service whose name cannot be found in it");
        }
        return services;
    }

    private static boolean loads(InvokeInstruction call) {
        return call.name().stringValue().startsWith("load") && LOADERS.contains(call.owner().asInternalName());
    }
}
