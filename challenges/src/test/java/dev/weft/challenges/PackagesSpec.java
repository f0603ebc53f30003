package dev.weft.challenges;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackagesSpec {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.weft.challenges");

    @Test
    void importOneAnotherInNoCircle() {
        slices().matching("dev.weft.challenges.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void leaveTheStageIgnorantOfChallengesAndTerminals() {
        noClasses()
                .that()
                .resideInAPackage("dev.weft.challenges.stage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.weft.challenges", "dev.weft.challenges.starter", "dev.weft.timeline")
                .check(CLASSES);
    }

    @Test
    void letALearnersStarterNeedTheStageAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.weft.challenges.starter")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.weft.challenges", "dev.weft.timeline")
                .check(CLASSES);
    }
}
