package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTime;
import dev.weft.testkit.VirtualTimeTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// The examples of `Timing` and `Clocks`, run as tests.
class TimingSnippets {

    private final Printed IO = new Printed();

    /// Stands in for [java.lang.IO]: keeps what an example prints.
    private static final class Printed {
        private final List<String> lines = new ArrayList<>();

        void println(Object line) {
            lines.add(line.toString());
        }
    }

    private static AsyncGenerator<String> keys() {
        return generator(y -> {
            y.yield("w");
            sleep(Duration.ofMillis(80));
            y.yield("we");
            sleep(Duration.ofMillis(90));
            y.yield("weft");
            sleep(Duration.ofSeconds(1));
            y.yield("weave");
        });
    }

    private static AsyncGenerator<String> tokens() {
        return generator(y -> {
            y.yield("Once");
            y.yield("upon");
            sleep(Duration.ofMinutes(1));
            y.yield("a");
        });
    }

    private static AsyncGenerator<Integer> temperatures() {
        return interval(Duration.ofMillis(300)).map(tick -> 20 + (int) (tick % 7));
    }

    @VirtualTimeTest
    void timerWaits() {
        // @start region=timer
        var menu = concat(of("ready"), timer(Duration.ofSeconds(3)).map(tick -> "go"));
        // @end

        assertThat(menu.toList()).containsExactly("ready", "go");
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @VirtualTimeTest
    void delayShifts() {
        // @start region=delay
        var echo = keys().delay(Duration.ofSeconds(2)); // each key as it was typed, two seconds later
        // @end

        assertThat(echo.toList()).containsExactly("w", "we", "weft", "weave");
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofMillis(3_170));
    }

    @VirtualTimeTest
    void delayStartWaitsFirst() {
        // @start region=delayStart
        var backup = of("a", "b").delayStart(Duration.ofSeconds(5)); // asks for nothing before
        // @end

        assertThat(backup.toList()).containsExactly("a", "b");
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @VirtualTimeTest
    void spacedKeepsARate() {
        // @start region=spaced
        range(0, 4).spaced(Duration.ofMillis(250)).forEach(page -> IO.println("fetch " + page)); // four a second
        // @end

        assertThat(IO.lines).containsExactly("fetch 0", "fetch 1", "fetch 2", "fetch 3");
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofMillis(750));
    }

    @VirtualTimeTest
    void debounceWaitsForSilence() {
        // @start region=debounce
        keys().debounce(Duration.ofMillis(200)) // not while the user types
                .forEach(text -> IO.println("search " + text));
        // @end

        assertThat(IO.lines).containsExactly("search weft", "search weave");
    }

    @VirtualTimeTest
    void throttleFirstIgnoresDoubleClicks() {
        // @start region=throttleFirst
        keys().throttleFirst(Duration.ofSeconds(1)) // at once, and then nothing for a second
                .forEach(text -> IO.println("clicked " + text));
        // @end

        assertThat(IO.lines).containsExactly("clicked w", "clicked weave");
    }

    @VirtualTimeTest
    void throttleLastShowsTheLatest() {
        // @start region=throttleLast
        keys().throttleLast(Duration.ofMillis(100)) // at most ten times a second, and always the latest
                .forEach(text -> IO.println("show " + text));
        // @end

        assertThat(IO.lines).containsExactly("show we", "show weft", "show weave");
    }

    @VirtualTimeTest
    void sampleLooksOnceInAWhile() {
        // @start region=sample
        var everySecond = temperatures().sample(Duration.ofSeconds(1)).take(3);
        // @end

        assertThat(everySecond.toList()).containsExactly(22, 25, 21);
    }

    @VirtualTimeTest
    void chunkedWithinBatches() {
        // @start region=chunkedWithin
        keys().chunkedWithin(100, Duration.ofMillis(150)) // a hundred rows, or what came in time
                .forEach(rows -> IO.println("insert " + rows));
        // @end

        assertThat(IO.lines).containsExactly("insert [w, we]", "insert [weft]", "insert [weave]");
    }

    @VirtualTimeTest
    void timeoutEachLimitsASilence() {
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> {
            // @start region=timeoutEach
            tokens().timeoutEach(Duration.ofSeconds(10)) // fails when ten seconds pass without a token
                    .forEach(IO::println);
            // @end
        });

        assertThat(IO.lines).containsExactly("Once", "upon");
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @VirtualTimeTest
    void timeoutTotalLimitsTheWhole() {
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> {
            // @start region=timeoutTotal
            tokens().timeoutTotal(Duration.ofSeconds(30)) // fails when the answer is not complete by then
                    .forEach(IO::println);
            // @end
        });

        assertThat(IO.lines).containsExactly("Once", "upon");
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @VirtualTimeTest
    void timestampedTellsWhen() {
        // @start region=timestamped
        keys().timestamped().forEach(key -> IO.println(key.after().toMillis() + " " + key.value()));
        // @end

        assertThat(IO.lines).containsExactly("0 w", "80 we", "170 weft", "1170 weave");
    }

    @VirtualTimeTest
    void elapsedTellsHowLong() {
        // @start region=elapsed
        keys().elapsed().forEach(key -> IO.println(key.after().toMillis() + " " + key.value()));
        // @end

        assertThat(IO.lines).containsExactly("0 w", "80 we", "90 weft", "1000 weave");
    }

    @VirtualTimeTest
    void intervalBeginsWhenItIsTold() {
        // @start region=intervalDelayed
        interval(Duration.ZERO, Duration.ofSeconds(2)) // the first one at once
                .take(3)
                .forEach(IO::println); // 0, 1, 2
        // @end

        assertThat(IO.lines).containsExactly("0", "1", "2");
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }
}
