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
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Makes one module of the program and its libraries, most of which are none, so that jlink can put it into the runtime. Java
 * asks of a jar whether it still has the time it had when the cache of classes was trained, and no package keeps times on
 * every system; of a runtime it asks for its size.
 */
final class ProgramModule {
    static final String NAME = "app.keyturn";
    private static final String SERVICES = "META-INF/services/";
    private static final String DESCRIPTOR = "module-info.class";
    private static final String LOADER = "java/util/ServiceLoader";
    private static final Set<String> LOADERS = Set.of(LOADER, "io/opentelemetry/common/ComponentLoader");
    /** Looks for what it is told to look for; who tells it is found by {@link #asked} too. */
    private static final String PASSES_ON = "io/opentelemetry/common/ServiceLoaderComponentLoader.class";

    private ProgramModule() {}

    /**
     * Makes it.
     *
     * @param jars the program and its libraries; what they say of themselves in META-INF is left out
     * @param modules what it needs
     * @param work gets its jar
     * @param folder gets the module
     * @return the jar
     */
    static Path make(List<JarContents> jars, List<String> modules, Path work, Path folder) throws IOException {
        JarContents all = new JarContents();
        for (JarContents jar : jars) {
            jar.entries().forEach((name, content) -> {
                if (!name.startsWith("META-INF/") && all.entries().put(name, content) != null) {
                    throw new IllegalStateException(name + " is in two jars");
                }
            });
        }
        Set<String> uses = new TreeSet<>();
        all.entries().forEach((name, content) -> {
            if (name.endsWith(".class")) {
                uses.addAll(asked(name, content));
            }
        });
        ModuleAttribute descriptor = ModuleAttribute.of(ModuleDesc.of(NAME), module -> {
            // FXML, JavaFX, Gson and Graph look into it by reflection.
            module.moduleFlags(AccessFlag.OPEN);
            module.requires(ModuleDesc.of("java.base"), ClassFile.ACC_MANDATED, null);
            modules.forEach(name -> module.requires(ModuleDesc.of(name), 0, null));
            uses.forEach(service -> module.uses(ClassDesc.of(service)));
            jars.forEach(jar -> jar.entries().forEach((name, content) -> {
                if (name.startsWith(SERVICES)) {
                    module.provides(ClassDesc.of(name.substring(SERVICES.length())), providers(content));
                }
            }));
        });
        all.entries().put(DESCRIPTOR, ClassFile.of().buildModule(descriptor));
        Path jar = work.resolve("program.jar");
        all.write(jar);
        Files.createDirectories(folder);
        Commands.jdk("jmod", List.of("create", "--class-path", jar.toString(), folder.resolve(NAME + ".jmod").toString()));
        return jar;
    }

    private static ClassDesc[] providers(byte[] file) {
        return new String(file).lines().map(line -> line.replaceAll("#.*", "").strip()).filter(line -> !line.isEmpty()).distinct()
                .map(ClassDesc::of).toArray(ClassDesc[]::new);
    }

    /**
     * The services that a class looks for, which a module has to name: every class that is named in a method that loads a
     * service. Fails if none is named.
     */
    private static Set<String> asked(String name, byte[] content) {
        Set<String> services = new TreeSet<>();
        ClassModel model = ClassFile.of().parse(content);
        for (MethodModel method : model.methods()) {
            CodeModel code = method.code().orElse(null);
            if (code != null && code.elementStream().anyMatch(it -> it instanceof InvokeInstruction call && looks(call))) {
                code.elementStream().filter(ConstantInstruction.class::isInstance)
                        .map(it -> ((ConstantInstruction) it).constantValue()).filter(ClassDesc.class::isInstance)
                        .map(ClassDesc.class::cast).filter(ClassDesc::isClassOrInterface)
                        .forEach(it -> services.add(it.packageName() + "." + it.displayName()));
            }
        }
        boolean knows = StreamSupport.stream(model.constantPool().spliterator(), false)
                .anyMatch(it -> it instanceof ClassEntry named && named.asInternalName().equals(LOADER));
        if (knows && services.isEmpty() && !name.equals(PASSES_ON)) {
            throw new IllegalStateException(name + " looks for services, and nobody sees which");
        }
        return services;
    }

    private static boolean looks(InvokeInstruction call) {
        return call.name().stringValue().startsWith("load") && LOADERS.contains(call.owner().asInternalName());
    }
}
