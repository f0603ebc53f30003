package dev.weft;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/// The layers of a module: the language in the package `root`, the floor in `root.spi`, providers in `root.internal.*`.
///
/// @param root the package of the language
record ArchitectureRules(String root) {

    List<ArchRule> all() {
        return List.of(
                spiKnowsNothingOfWeft(),
                languageKnowsTheFloorAlone(),
                providersKnowTheFloorAlone(),
                everyPackageIsOfALayer(),
                noPackageCycles(),
                onlyTheRuntimeWaits(),
                onlyItsProviderRecords(),
                noMutableStatics());
    }

    ArchRule spiKnowsNothingOfWeft() {
        return classes()
                .that()
                .resideInAPackage(spi())
                .should()
                .onlyDependOnClassesThat(outsideWeft().or(resideInAPackage(spi())))
                .as("the floor knows nothing of Weft");
    }

    ArchRule languageKnowsTheFloorAlone() {
        return classes()
                .that()
                .resideInAPackage(root)
                .should()
                .onlyDependOnClassesThat(outsideWeft().or(resideInAnyPackage(root, spi())))
                .as("the language knows the floor alone");
    }

    ArchRule providersKnowTheFloorAlone() {
        return classes()
                .that()
                .resideInAPackage(providers())
                .should(knowTheFloorAndTheirOwnPackageAlone())
                .as("a provider knows the floor and itself");
    }

    ArchRule everyPackageIsOfALayer() {
        return classes()
                .should()
                .resideInAnyPackage(root, spi(), root + ".internal.(*)")
                .as("every package is of a layer");
    }

    ArchRule noPackageCycles() {
        return slices().assignedFrom(onePerPackage()).should().beFreeOfCycles().as("packages form no cycle");
    }

    ArchRule onlyTheRuntimeWaits() {
        return classes()
                .that(not(resideInAPackage(root + ".internal.realtime")))
                .should(new NeitherWaitNorStartThreads(root))
                .as("only the runtime waits, reads a clock or starts a thread");
    }

    /// The recorder is an optional module.
    ArchRule onlyItsProviderRecords() {
        return classes()
                .that(not(resideInAPackage(root + ".internal.jfr")))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("jdk.jfr.."))
                .as("only its own provider knows Java Flight Recorder");
    }

    ArchRule noMutableStatics() {
        return fields().that().areStatic().should().beFinal().as("no static field is mutable");
    }

    private String spi() {
        return root + ".spi";
    }

    private String providers() {
        return root + ".internal..";
    }

    private DescribedPredicate<JavaClass> outsideWeft() {
        return resideOutsideOfPackage(root + "..");
    }

    private ArchCondition<JavaClass> knowTheFloorAndTheirOwnPackageAlone() {
        return new ArchCondition<>("know the floor and their own package alone") {
            @Override
            public void check(JavaClass provider, ConditionEvents events) {
                for (Dependency dependency : provider.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    boolean allowed = outsideWeft().test(target)
                            || target.getPackageName().equals(spi())
                            || target.getPackageName().equals(provider.getPackageName());
                    events.add(new SimpleConditionEvent(dependency, allowed, dependency.getDescription()));
                }
            }
        };
    }

    private SliceAssignment onePerPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith(root)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "one slice per package";
            }
        };
    }
}
