package app.keyturn;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.log.LogFile;
import app.keyturn.log.LogLine;
import app.keyturn.renewal.ConnectivityCheck;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.SignIn;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The package law: which package may use which, and what exists only once. */
@AnalyzeClasses(packages = "app.keyturn", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "app.keyturn";
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern DOT = Pattern.compile("\\.");

    /** A package, and after the colon the packages it may use besides itself. Only the root may use all of them. */
    private static final Map<String, Set<String>> LAW = table("""
            renewal:
            platform:
            practice:
            log: renewal platform
            i18n: renewal
            settings: platform
            guide: renewal
            desktop: renewal platform
            records: renewal platform i18n
            entra: renewal platform settings log
            update: entra
            ui: i18n
            wizard: renewal i18n desktop ui
            pages: renewal i18n desktop ui wizard guide records settings update
            walkthrough: renewal i18n desktop wizard practice
            selfcheck: renewal platform i18n guide settings entra practice wizard
            """);

    @ArchTest
    static void everyPackageUsesOnlyWhatTheLawAllows(JavaClasses classes) {
        Set<String> broken = new TreeSet<>();
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : classes) {
            String user = room(type);
            packages.add(user);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                if (!user.isEmpty() && isOurs(used) && !user.equals(room(used))
                        && !LAW.getOrDefault(user, Set.of()).contains(room(used))) {
                    broken.add(type.getName() + " uses " + used.getName());
                }
            }
        }
        assertEquals(Set.of(), broken);
        packages.remove("");
        assertEquals(packages, LAW.keySet(), "the law names every package");
    }

    @ArchTest static final ArchRule NO_CYCLES_BETWEEN_PACKAGES = SlicesRuleDefinition.slices()
            .assignedFrom(new PackageSlices())
            .should()
            .beFreeOfCycles();

    @ArchTest static final ArchRule A_PAGE_NEVER_NAMES_ANOTHER = SlicesRuleDefinition.slices()
            .matching("app.keyturn.pages.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(),
                    JavaClass.Predicates.resideInAPackage("app.keyturn.pages.common"));

    @ArchTest static final ArchRule A_RENEWAL_KNOWS_NO_WINDOW_AND_NO_MICROSOFT = noClasses().that()
            .resideInAPackage("app.keyturn.renewal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.microsoft..", "okhttp3..");

    @ArchTest static final ArchRule ONLY_ENTRA_KNOWS_MICROSOFT = noClasses().that()
            .resideOutsideOfPackage("app.keyturn.entra..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.microsoft..");

    @ArchTest static final ArchRule VIEW_MODELS_KNOW_NO_SCENE = noClasses().that()
            .haveSimpleNameEndingWith("Model")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..");

    @ArchTest static final ArchRule ONLY_THE_LOG_FILE_USES_A_LOGGING_API = noClasses().that()
            .haveNameNotMatching(LogFile.class.getName() + "(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..");

    @ArchTest static final ArchRule ONLY_THE_LOG_WRITES_LINES = noClasses().that()
            .resideOutsideOfPackage("app.keyturn.log")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(LogLine.class);

    @ArchTest static final ArchRule ONLY_THE_ROOT_USES_THE_STANDARD_STREAMS = noClasses().that()
            .resideOutsideOfPackage("app.keyturn")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    /** A library's message may contain anything: an address, a header, a token. */
    @ArchTest static final ArchRule NO_EXCEPTION_MESSAGE_IS_SHOWN = noClasses().that()
            .resideOutsideOfPackages("app.keyturn", "app.keyturn.practice..", "app.keyturn.selfcheck",
                    "app.keyturn.walkthrough")
            .and()
            .doNotHaveFullyQualifiedName("app.keyturn.entra.OAuthProblems")
            .should()
            .callMethodWhere(target(nameMatching("getMessage|getLocalizedMessage|printStackTrace"))
                    .and(target(owner(assignableTo(Throwable.class)))));

    @ArchTest
    static void everyPortToMicrosoftHasOneImplementation(JavaClasses classes) {
        for (Class<?> port : List.of(SignIn.class, Provisioning.class, ConnectivityCheck.class)) {
            List<String> real = classes.stream()
                    .filter(type -> !type.isInterface() && type.isAssignableTo(port))
                    .map(JavaClass::getSimpleName)
                    .toList();
            assertEquals(1, real.size(), port.getSimpleName() + " is implemented by " + real);
        }
    }

    /** The first segment of a package below ours; empty for the root. */
    private static String room(JavaClass type) {
        String below = type.getPackageName().substring(OURS.length());
        return DOT.splitAsStream(below).skip(1).findFirst().orElse("");
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(OURS) || type.getPackageName().startsWith(OURS + ".");
    }

    private static Map<String, Set<String>> table(String rows) {
        Map<String, Set<String>> law = new TreeMap<>();
        rows.lines().forEach(row -> {
            int colon = row.indexOf(':');
            law.put(row.substring(0, colon), BLANK.splitAsStream(row.substring(colon + 1).strip())
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet()));
        });
        return law;
    }

    /** A slice for each package. */
    private static final class PackageSlices implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isOurs(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
