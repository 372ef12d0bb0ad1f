package app.keyturn;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.log.LogFile;
import app.keyturn.log.LogLine;
import app.keyturn.renewal.ConnectivityCheck;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.SignIn;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Stream;

/** Which package may use which, and what there is only one of. */
@AnalyzeClasses(packages = "app.keyturn", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_FRAME_KNOWS_NO_PAGE = mayUse("wizard", "renewal");
    @ArchTest
    static final ArchRule PAGES_KNOW_THE_FRAME_AND_WHAT_IS_BEHIND_IT = mayUse("pages", "wizard", "renewal", "guide",
            "records", "settings");
    @ArchTest
    static final ArchRule A_RENEWAL_STANDS_ALONE = mayUse("renewal");
    @ArchTest
    static final ArchRule ENTRA_MAKES_THE_PORTS_REAL = mayUse("entra", "renewal", "settings", "platform");
    @ArchTest
    static final ArchRule THE_GUIDE_KNOWS_PORTALS = mayUse("guide", "renewal");
    @ArchTest
    static final ArchRule AFTERCARE_KNOWS_RENEWALS = mayUse("aftercare", "renewal", "platform");
    @ArchTest
    static final ArchRule SETTINGS_KNOW_WHERE_THEY_ARE_KEPT = mayUse("settings", "platform");
    @ArchTest
    static final ArchRule PRACTICE_KNOWS_NOTHING_OF_OURS = mayUse("practice");
    @ArchTest
    static final ArchRule THE_PLATFORM_KNOWS_NOTHING_OF_OURS = mayUse("platform");

    @ArchTest
    static final ArchRule A_PAGE_NEVER_NAMES_ANOTHER = SlicesRuleDefinition.slices()
            .matching("app.keyturn.pages.(*)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule ONLY_THE_PROGRAM_WIRES = noClasses().that()
            .resideOutsideOfPackage("app.keyturn")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.keyturn");

    @ArchTest
    static final ArchRule A_RENEWAL_KNOWS_NO_WINDOW_AND_NO_MICROSOFT = noClasses().that()
            .resideInAPackage("app.keyturn.renewal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.microsoft..", "okhttp3..");

    @ArchTest
    static final ArchRule ONLY_ENTRA_KNOWS_MICROSOFT = noClasses().that()
            .resideOutsideOfPackages("app.keyturn.entra..", "app.keyturn")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.microsoft..");

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_SCENE = noClasses().that()
            .haveSimpleNameEndingWith("Model")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..");

    @ArchTest
    static final ArchRule ONLY_THE_LOG_FILE_LOGS = noClasses().that()
            .haveNameNotMatching(LogFile.class.getName() + "(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..");

    @ArchTest
    static final ArchRule ONLY_THE_LOGBOOK_WRITES_LINES = noClasses().that()
            .doNotHaveFullyQualifiedName("app.keyturn.log.ActivityLog")
            .and()
            .resideOutsideOfPackage("app.keyturn.platform")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(LogLine.class);

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED_BUT_WHERE_THE_PROGRAM_BEGINS = noClasses().that()
            .resideOutsideOfPackage("app.keyturn")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    /** A library's message may hold anything: an address, a header, a token. */
    @ArchTest
    static final ArchRule NO_EXCEPTION_IS_SHOWN = noClasses().that()
            .resideOutsideOfPackages("app.keyturn", "app.keyturn.practice..")
            .and()
            .doNotHaveFullyQualifiedName("app.keyturn.entra.OAuthProblems")
            .should()
            .callMethodWhere(target(nameMatching("getMessage|getLocalizedMessage|printStackTrace"))
                    .and(target(owner(assignableTo(Throwable.class)))));

    @ArchTest
    static void thereIsOneSignInOneProvisioningAndOneNetworkCheck(JavaClasses classes) {
        for (Class<?> port : List.of(SignIn.class, Provisioning.class, ConnectivityCheck.class)) {
            List<String> real = classes.stream()
                    .filter(type -> !type.isInterface() && type.isAssignableTo(port))
                    .map(JavaClass::getSimpleName)
                    .toList();
            assertEquals(1, real.size(), port.getSimpleName() + " is made real by " + real);
        }
    }

    /** A package may use itself, the named ones, and nothing else of ours. */
    private static ArchRule mayUse(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of(name), Stream.of(others))
                .map(it -> "app.keyturn." + it + "..")
                .toArray(String[]::new);
        return noClasses().that()
                .resideInAPackage("app.keyturn." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("app.keyturn..").and(not(resideInAnyPackage(allowed))));
    }
}
