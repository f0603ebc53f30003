package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Checks the layers of this module, and that the check finds what is planted in `dev.weft.planted`.
class ArchitectureTest {

    private static final String PLANTED = "dev.weft.planted";

    private static final JavaClasses WEFT = new ClassFileImporter().importUrl(location(Async.class));
    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages(PLANTED);

    @TestFactory
    Stream<DynamicTest> weftKeeps() {
        List<ArchRule> rules = new ArchitectureRules("dev.weft").all();

        return rules.stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(WEFT)));
    }

    @Test
    void readsTheWholeModule() {
        assertThat(WEFT)
                .extracting(JavaClass::getPackageName)
                .contains("dev.weft", "dev.weft.spi", "dev.weft.internal.realtime")
                .doesNotContain(PLANTED);
    }

    @TestFactory
    Stream<DynamicTest> findsWhatIsPlantedAgainst() {
        var rules = new ArchitectureRules(PLANTED);

        return Stream.of(
                finds(rules.spiKnowsNothingOfWeft(), "spi.KnowsTheLanguage"),
                finds(rules.languageKnowsTheFloorAlone(), "KnowsAProvider"),
                finds(
                        rules.providersKnowTheFloorAlone(),
                        "internal.thread.KnowsTheLanguage",
                        "internal.thread.KnowsAnotherProvider"),
                finds(rules.everyPackageIsOfALayer(), "extra.OfNoLayer"),
                finds(rules.noPackageCycles(), "spi.KnowsTheLanguage"),
                finds(
                        rules.onlyTheRuntimeWaits(),
                        "Waits.sleeps",
                        "Waits.refersToSleep",
                        "Waits.parks",
                        "Waits.waitsForAMonitor",
                        "Waits.waitsForALatch",
                        "Waits.waitsForAFuture",
                        "Waits.startsAThread",
                        "Waits.startsAVirtualThread",
                        "Waits.startsAPool",
                        "Waits.readsTheClock",
                        "Waits.readsTheCalendar",
                        "internal.thread.MakesACleaner"),
                finds(rules.onlyItsProviderRecords(), "Records"),
                finds(rules.noMutableStatics(), "HasAMutableStatic.counter"));
    }

    @Test
    void hasSomethingPlantedForEveryRule() {
        List<ArchRule> rules = new ArchitectureRules(PLANTED).all();

        assertThat(rules).hasSizeGreaterThan(6).noneMatch(rule -> findings(rule).isEmpty());
    }

    @Test
    void letsPassWhatIsAllowed() {
        List<ArchRule> rules = new ArchitectureRules(PLANTED).all();

        var findings = rules.stream().flatMap(rule -> findings(rule).stream());

        assertThat(findings).noneMatch(finding -> finding.matches("(?s)\\w+ <[\\w.]*\\.(Allowed|Outside).*"));
    }

    private DynamicTest finds(ArchRule rule, String... culprits) {
        return dynamicTest(rule.getDescription(), () -> {
            for (String culprit : culprits) {
                assertThat(findings(rule)).anyMatch(finding -> finding.contains("<" + PLANTED + "." + culprit));
            }
        });
    }

    private List<String> findings(ArchRule rule) {
        return rule.evaluate(PLANTED_CLASSES).getFailureReport().getDetails();
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
