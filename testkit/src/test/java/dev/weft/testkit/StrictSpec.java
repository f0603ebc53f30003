package dev.weft.testkit;

import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.AsyncGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrictSpec {

    private final List<String> log = new ArrayList<>();

    @Test
    void failsACodeThatLeavesATaskRunning() {
        assertThatThrownBy(() -> VirtualTime.strict().run(() -> {
                    spawn("fetch", () -> {
                        sleep(Duration.ofHours(1));
                        return 1;
                    });
                    sleep(Duration.ofSeconds(1));
                }))
                .isInstanceOf(LeftOpen.class)
                .hasMessageContaining("the code has ended, but left open:\n  task fetch, made at ")
                .hasMessageContaining("await or cancel a task");
    }

    @Test
    void failsACodeThatLeavesAGeneratorOpenAndSaysWhereItWasMade() {
        assertThatThrownBy(() -> VirtualTime.strict().run(() -> {
                    numbers().anext().await();
                }))
                .isInstanceOf(LeftOpen.class)
                .hasMessageMatching("(?s).*\n  generator numbers, made at StrictSpec\\.java:\\d+\n.*")
                .hasMessageContaining("close it with try-with-resources");
    }

    @Test
    void namesAllThatIsOpen() {
        assertThatThrownBy(() -> VirtualTime.strict().run(() -> {
                    numbers().anext().await();
                    numbers().anext().await();
                    spawn("fetch", () -> {
                        sleep(Duration.ofHours(1));
                        return 1;
                    });
                }))
                .hasMessageMatching("(?s).*\n  generator numbers.*\n  generator numbers.*\n  task fetch.*");
    }

    @Test
    void cleansUpAllTheSame() {
        assertThatThrownBy(
                        () -> VirtualTime.strict().run(() -> numbers().anext().await()))
                .isInstanceOf(LeftOpen.class);

        assertThat(log).containsExactly("closed");
    }

    @Test
    void passesACodeThatClosesWhatItStarts() {
        assertThatCode(() -> VirtualTime.strict().run(() -> {
                    spawn(() -> sleep(Duration.ofSeconds(1))).await();
                    try (var numbers = numbers()) {
                        numbers.anext().await();
                    }
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void passesAGeneratorThatNeverBegan() {
        assertThatCode(() -> VirtualTime.strict().run(() -> numbers())).doesNotThrowAnyException();
    }

    @Test
    void throwsWhatTheCodeThrewAheadOfWhatItLeftOpen() {
        var failure = new IllegalStateException("of the code");

        assertThatThrownBy(() -> VirtualTime.strict().run(() -> {
                    numbers().anext().await();
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void isNotTheDefaultOfARun() {
        assertThatCode(() -> VirtualTime.run(() -> numbers().anext().await())).doesNotThrowAnyException();
    }

    @Test
    void leavesTheEventsToTheObserverAsWell() throws Exception {
        List<Object> kinds = new ArrayList<>();

        VirtualTime.strict()
                .observer(event -> kinds.add(event.kind()))
                .run(() -> spawn(() -> 1).await());

        assertThat(kinds).isNotEmpty();
    }

    private AsyncGenerator<Integer> numbers() {
        return generator("numbers", y -> {
            try {
                for (int i = 0; ; i++) {
                    y.yield(i);
                }
            } finally {
                log.add("closed");
            }
        });
    }
}
