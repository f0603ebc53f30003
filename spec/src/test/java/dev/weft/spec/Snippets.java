package dev.weft.spec;

import static dev.weft.Async.*;
import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTime;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// The examples of the Javadoc, run as tests.
class Snippets {

    private final Printed IO = new Printed();

    /// Stands in for [java.lang.IO]: keeps what an example prints.
    private static final class Printed {
        private final List<String> lines = new ArrayList<>();

        void println(Object line) {
            lines.add(line.toString());
        }
    }

    // @start region=countdown
    AsyncGenerator<Integer> countdown(int from) {
        return generator(y -> {
            for (int i = from; i > 0; i--) {
                sleep(Duration.ofSeconds(1)); // awaiting is blocking a virtual thread
                y.yield(i);
            }
        });
    }

    void launch() {
        try (var ticks = countdown(3)) { // closes the generator on every way out
            for (int i : ticks) { // waits for each element
                IO.println(i);
            }
        }
        IO.println("lift-off");
    }
    // @end

    @VirtualTimeTest
    void countdownPrintsOneNumberPerSecond() {
        launch();

        assertThat(IO.lines).containsExactly("3", "2", "1", "lift-off");
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @VirtualTimeTest
    void againReadsASourceTwice() {
        // @start region=again
        AsyncIterable<Integer> die = () -> of(3, 1, 4, 1, 5); // a new generator for each reader

        long rolls = die.collect(counting());
        double mean = die.collect(averagingInt(eyes -> eyes));
        // @end

        assertThat(rolls).isEqualTo(5);
        assertThat(mean).isEqualTo(2.8);
    }

    // @start region=iterator
    final class Countdown implements AsyncIterator<Integer> {
        private int left = 3;

        @Override
        public Awaitable<Integer> anext() {
            return () -> { // runs when it is awaited
                if (left == 0) {
                    throw new StopAsyncIteration();
                }
                sleep(Duration.ofSeconds(1));
                return left--;
            };
        }
    }

    // @end

    @VirtualTimeTest
    void iteratorIsReadLikeAGenerator() {
        assertThat(new Countdown().toList()).containsExactly(3, 2, 1);
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @VirtualTimeTest
    void dialogueAsksAnswersAndReturns() throws Exception {
        // @start region=dialogue
        Dialogue<String, String, String> interview = dialogue(y -> {
            String name = y.yield("What is your name?");
            String town = y.yield("Where do you live, " + name + "?");
            return name + " of " + town;
        });

        IO.println(interview.anext().await()); // What is your name?
        IO.println(interview.asend("Ada").await()); // Where do you live, Ada?
        try {
            interview.asend("London").await();
        } catch (StopAsyncIteration end) {
            IO.println(interview.result()); // Ada of London
        }
        // @end

        assertThat(IO.lines).containsExactly("What is your name?", "Where do you live, Ada?", "Ada of London");
    }

    @VirtualTimeTest
    void mapComputes() {
        // @start region=map
        List<Integer> lengths = of("one", "two", "three").map(String::length).toList(); // 3, 3, 5
        // @end

        assertThat(lengths).containsExactly(3, 3, 5);
    }

    @VirtualTimeTest
    void scanSumsUp() {
        // @start region=scan
        List<Integer> sums = of(1, 2, 3, 4).scan(0, Integer::sum).toList(); // 1, 3, 6, 10
        // @end

        assertThat(sums).containsExactly(1, 3, 6, 10);
    }

    @VirtualTimeTest
    void gathererMakesWindows() {
        // @start region=gatherer
        List<List<Integer>> windows =
                range(1, 6).gather(Gatherers.windowFixed(2)).toList(); // [1, 2], [3, 4], [5]
        // @end

        assertThat(windows).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    }

    @VirtualTimeTest
    void filterLetsEvenNumbersThrough() {
        // @start region=filter
        List<Integer> even = range(0, 10).filter(n -> n % 2 == 0).toList(); // 0, 2, 4, 6, 8
        // @end

        assertThat(even).containsExactly(0, 2, 4, 6, 8);
    }

    @VirtualTimeTest
    void takeEndsAnEndlessSource() {
        // @start region=take
        List<Integer> powers = iterate(1, n -> 2 * n).take(5).toList(); // 1, 2, 4, 8, 16
        // @end

        assertThat(powers).containsExactly(1, 2, 4, 8, 16);
    }

    @VirtualTimeTest
    void zipStepsTakeAsLongAsTheSlower() {
        // @start region=zip
        AsyncGenerator<Long> fast = interval(Duration.ofSeconds(1));
        AsyncGenerator<String> slow = of("red", "green").map(light -> {
            sleep(Duration.ofSeconds(2));
            return light;
        });

        fast.zip(slow, (tick, light) -> tick + " " + light).forEach(IO::println); // 0 red, then 1 green: 4 seconds
        // @end

        assertThat(IO.lines).containsExactly("0 red", "1 green");
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }

    // @start region=each
    void save(AsyncIterable<String> lines, Writer out) throws IOException {
        lines.each(line -> out.write(line + "\n")); // forEach for an action that throws
    }
    // @end

    @VirtualTimeTest
    void eachWritesTheLines() throws IOException {
        var out = new StringWriter();

        save(of("first", "second"), out);

        assertThat(out).hasToString("first\nsecond\n");
    }

    @VirtualTimeTest
    void collectTakesAnyCollector() {
        // @start region=collect
        Map<Integer, List<String>> byLength = of("a", "bb", "cc").collect(groupingBy(String::length));
        // @end

        assertThat(byLength).isEqualTo(Map.of(1, List.of("a"), 2, List.of("bb", "cc")));
    }

    @VirtualTimeTest
    void streamIsClosedByItsTry() {
        // @start region=stream
        try (Stream<Integer> ticks = countdown(3).stream()) {
            IO.println(ticks.mapToInt(tick -> tick).max().getAsInt());
        }
        // @end

        assertThat(IO.lines).containsExactly("3");
    }

    @VirtualTimeTest
    void runCancelsWhatIsLeft() throws Exception {
        // @start region=run
        String answer = run(() -> {
            spawn(() -> interval(Duration.ofSeconds(1)).forEach(tick -> IO.println("still thinking")));
            sleep(Duration.ofMillis(2500));
            return "42";
        }); // cancels the task and awaits its clean-up
        // @end

        assertThat(answer).isEqualTo("42");
        assertThat(IO.lines).containsExactly("still thinking", "still thinking");
    }

    @VirtualTimeTest
    void groupWaitsForItsTasks() throws Exception {
        // @start region=group
        int total = group(tasks -> {
            Task<Integer> north = tasks.spawn(() -> stock("Oslo")); // both at the same time
            Task<Integer> south = tasks.spawn(() -> stock("Rome"));
            return north.await() + south.await();
        });
        // @end

        assertThat(total).isEqualTo(8);
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    private static int stock(String town) throws InterruptedException {
        sleep(Duration.ofSeconds(2));
        return town.length();
    }

    // @start region=callback
    AsyncGenerator<String> messages(Chat chat) {
        return callback(emitter -> {
            chat.subscribe(emitter::emit);
            emitter.onClose(chat::unsubscribe);
        });
    }
    // @end

    @VirtualTimeTest
    void callbackSubscribesAndUnsubscribes() {
        var chat = new Chat();

        List<String> read = messages(chat).take(2).toList();

        assertThat(read).containsExactly("hello", "is anybody there?");
        assertThat(chat.subscribed).isFalse();
    }

    private static final class Chat {
        private boolean subscribed;

        void subscribe(Consumer<String> reader) {
            subscribed = true;
            List.of("hello", "is anybody there?", "bye").forEach(reader);
        }

        void unsubscribe() {
            subscribed = false;
        }
    }
}
