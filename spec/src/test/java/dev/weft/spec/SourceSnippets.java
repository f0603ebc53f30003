package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.Overflow;
import dev.weft.Unfolding;
import dev.weft.testkit.VirtualTimeTest;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/// The examples of the Javadoc of the sources that are made by functions or come from outside, run as tests.
class SourceSnippets {

    private record Page(List<String> items, String next) {}

    private static Page fetch(String link) {
        return link.equals("1") ? new Page(List.of("a", "b"), "2") : new Page(List.of("c"), null);
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

        assertThat(both).containsExactly("ping", "pong");
        assertThat(read).containsExactly("hello");
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
