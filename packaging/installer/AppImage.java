package installer;

import java.util.ArrayList;
import java.util.List;

/**
 * What is common to the app images: folders with the runtime (the program is part of it), its AOT cache and a launcher,
 * which run wherever they are put. {@link LinuxImage}, {@link WindowsImage} and {@link MacPackages} create them.
 */
public final class AppImage {
    static final String NAME = "Keyturn";
    public static final String CACHE = "keyturn.aot";
    static final String SUMMARY = "Renews the yearly token between Apple and Microsoft Entra ID";
    static final String MAIN = ProgramModule.NAME + "/app.keyturn.Keyturn";
    static final String CACHE_OPTION = "-XX:AOTCache=";
    /**
     * The collector and the compiler that start fastest and need the least memory. FXML calls each method once, so no
     * code is generated for its reflective calls; the JDK may drop that property, and then only the start is slower. No
     * file with performance data goes into the temporary folder, where others could read it.
     */
    private static final List<String> JAVA_OPTIONS = List.of("--enable-native-access=javafx.graphics",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djdk.reflect.useNativeAccessorOnly=true",
            "-XX:-UsePerfData");
    /**
     * On Linux, graphics drivers cost more memory and time than a form gains from them. On Windows, some of them leave
     * JavaFX's windows blank. Not tried on macOS.
     */
    private static final String SOFTWARE_RENDERING = "-Dprism.order=sw";

    private AppImage() {}

    /** The Java options, without the one that names the cache. */
    public static List<String> javaOptions(TargetSystem system) {
        List<String> options = new ArrayList<>(JAVA_OPTIONS);
        if (system != TargetSystem.MAC) {
            options.add(SOFTWARE_RENDERING);
        }
        return List.copyOf(options);
    }
}
