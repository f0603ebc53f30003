package dev.weft.testkit;

import static dev.weft.Async.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.weft.spi.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

/// An extension can watch a test in virtual time.
class ObservedTestSpec {

    @Test
    void showsTheEventsOfATestToTheObserversOfExtensions() {
        Annotated.SEEN.clear();

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Annotated.class))
                .execute();

        assertThat(Annotated.SEEN)
                .contains(Event.Kind.AWAITING)
                .filteredOn(Event.Kind.TASK_STARTED::equals)
                .hasSize(2);
    }

    @Test
    void showsThemToTheObserverOfTheSimulationAsWell() {
        Registered.SEEN.clear();
        Registered.SEEN_BY_SIMULATION.clear();

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Registered.class))
                .execute();

        assertThat(Registered.SEEN).isNotEmpty().isEqualTo(Registered.SEEN_BY_SIMULATION);
    }

    static class Annotated {

        static final List<Event.Kind> SEEN = new ArrayList<>();

        @RegisterExtension
        final BeforeEachCallback watch =
                context -> VirtualTimeExtension.observe(context, event -> SEEN.add(event.kind()));

        @VirtualTimeTest(explore = 2)
        void sleeps() throws InterruptedException {
            sleep(Duration.ofSeconds(1));
        }
    }

    static class Registered {

        static final List<Event.Kind> SEEN = new ArrayList<>();
        static final List<Event.Kind> SEEN_BY_SIMULATION = new ArrayList<>();

        @RegisterExtension
        static final VirtualTimeExtension VIRTUAL =
                new VirtualTimeExtension(VirtualTime.strict().observer(event -> SEEN_BY_SIMULATION.add(event.kind())));

        @RegisterExtension
        final BeforeEachCallback watch =
                context -> VirtualTimeExtension.observe(context, event -> SEEN.add(event.kind()));

        @RepeatedTest(2)
        void sleeps() throws InterruptedException {
            sleep(Duration.ofSeconds(1));
        }
    }
}
