package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Overflow;
import dev.weft.Unfolding;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/// The examples of the Javadoc of the sources, run as tests. [TimingSnippets] has those that choose when they begin.
class SourceSnippets {

    private record Page(List<String> items, String next) {}

    private static Page fetch(String link) {
        return link.equals("1") ? new Page(List.of("a", "b"), "2") : new Page(List.of("c"), null);
    }

    @VirtualTimeTest
    void generatorYieldsWhatItsBodySays() {
        // @start region=generator
        AsyncGenerator<Long> fibonacci = generator(y -> {
            long last = 0;
            long next = 1;
            while (true) {
                y.yield(last); // the body stops here until it is asked for more
                next += last;
                last = next - last;
            }
        });
        // @end

        assertThat(fibonacci.take(8).toList()).containsExactly(0L, 1L, 1L, 2L, 3L, 5L, 8L, 13L);
    }

    @VirtualTimeTest
    void whatIsAtHandIsYielded() {
        // @start region=of
        String word = of("w", "e", "f", "t").joining(""); // weft
        // @end
        // @start region=range
        List<Integer> digits = range(0, 10).toList(); // 0 to 9
        // @end
        // @start region=iterate
        List<Integer> halves = iterate(20, n -> n / 2).takeWhile(n -> n > 0).toList(); // 20, 10, 5, 2, 1
        // @end

        assertThat(word).isEqualTo("weft");
        assertThat(digits).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(halves).containsExactly(20, 10, 5, 2, 1);
    }

    @VirtualTimeTest
    void whatTheJdkIteratesIsYielded() {
        // @start region=fromIterable
        Set<String> towns = new TreeSet<>(List.of("Rome", "Oslo"));
        AsyncGenerator<String> inOrder = from(towns); // Oslo, Rome
        // @end
        // @start region=fromStream
        AsyncGenerator<String> lines = from("one\ntwo".lines()); // closes the stream, as that of a file needs
        // @end

        assertThat(inOrder.toList()).containsExactly("Oslo", "Rome");
        assertThat(lines.toList()).containsExactly("one", "two");
    }

    @VirtualTimeTest
    void intervalTicks() {
        // @start region=interval
        List<Long> ticks = interval(Duration.ofMinutes(1)).take(3).toList(); // 0, 1, 2, after three minutes
        // @end

        assertThat(ticks).containsExactly(0L, 1L, 2L);
        assertThat(Clock.now()).isEqualTo(180_000);
    }

    @VirtualTimeTest
    void nothingIsYielded() {
        var cached = false;
        // @start region=empty
        AsyncGenerator<String> hints = cached ? of("from the cache") : empty();
        // @end
        // @start region=never
        AsyncGenerator<String> silence = never(); // its steps wait until they are given up
        // @end
        // @start region=fail
        AsyncGenerator<String> broken = fail(new IOException("the line is dead"));
        // @end

        assertThat(hints.toList()).isEmpty();
        assertThat(catchThrowable(() -> silence.timeoutEach(Clock.ms(5)).first()))
                .isInstanceOf(TimeoutException.class);
        assertThat(catchThrowable(broken::first)).isInstanceOf(IOException.class);
    }

    @VirtualTimeTest
    void repeatAndGenerateNeverEnd() {
        RandomGenerator random = () -> 42;
        // @start region=repeat
        String line = repeat("-").take(20).joining("");
        // @end
        // @start region=generate
        AsyncGenerator<Integer> dice = generate(() -> random.nextInt(1, 7));
        // @end

        assertThat(line).hasSize(20);
        assertThat(dice.first()).isBetween(1, 6);
    }

    @VirtualTimeTest
    void unfoldFollowsTheLinks() {
        // @start region=unfold
        AsyncGenerator<Page> pages = unfold("1", link -> {
            Page page = fetch(link);
            return page.next() == null ? Unfolding.last(page) : Unfolding.next(page, page.next());
        });
        // @end

        assertThat(pages.map(Page::items).toList()).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @VirtualTimeTest
    void deferAndCycleMakeTheirSources() {
        // @start region=defer
        AsyncGenerator<String> items = defer(() -> from(fetch("1").items())); // fetches at the first step
        // @end
        // @start region=cycle
        AsyncGenerator<String> lights = cycle(() -> of("green", "amber", "red"));
        // @end

        assertThat(items.toList()).containsExactly("a", "b");
        assertThat(lights.take(4).toList()).containsExactly("green", "amber", "red", "green");
    }

    @VirtualTimeTest
    void futuresAndQueuesAreRead() {
        // @start region=fromStage
        CompletableFuture<String> reply = CompletableFuture.completedFuture("pong");
        List<String> both = concat(of("ping"), from(reply)).toList(); // ping, pong
        // @end
        // @start region=fromQueue
        BlockingQueue<String> inbox = new LinkedBlockingQueue<>(List.of("hello", "bye"));
        List<String> read = fromQueue(inbox, "bye"::equals).toList(); // hello
        // @end
        // @start region=fromBlockingQueue
        BlockingQueue<String> orders = new LinkedBlockingQueue<>(List.of("tea", "cake", "milk"));
        List<String> served = from(orders).take(2).toList(); // tea, cake; the milk is still in the queue
        // @end

        assertThat(both).containsExactly("ping", "pong");
        assertThat(read).containsExactly("hello");
        assertThat(served).containsExactly("tea", "cake");
        assertThat(orders).containsExactly("milk");
    }

    @VirtualTimeTest
    void callbackKeepsTheLatest() {
        var sensor = new Sensor();
        // @start region=callbackOverflow
        AsyncGenerator<Integer> latest = callback(1, Overflow.DROP_OLDEST, emitter -> {
            sensor.listen(emitter::emit);
            emitter.onClose(sensor::stop);
        });
        // @end

        assertThat(latest.first()).isEqualTo(3);
        assertThat(sensor.stopped).isTrue();
    }

    private static final class Sensor {
        private boolean stopped;

        void listen(IntConsumer listener) {
            List.of(1, 2, 3).forEach(listener::accept);
        }

        void stop() {
            stopped = true;
        }
    }
}
