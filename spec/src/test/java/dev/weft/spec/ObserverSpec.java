package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.Task;
import dev.weft.spi.Event;
import dev.weft.spi.Observer;
import dev.weft.spi.Subject;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// `Observer`: sees every event of a run, as it happens.
class ObserverSpec {

    private final List<Event> events = new ArrayList<>();
    private final IOException failure = new IOException("a failure");

    private void observed(Callable<?> main) throws Exception {
        run(RunOptions.defaults().name("the run").observer(events::add), main);
    }

    /// The events of the named subject, such as "YIELDED 1", without those of its waits.
    private List<String> eventsOf(String name) {
        var waits = Set.of(Event.Kind.AWAITING, Event.Kind.WOKEN);
        return events.stream()
                .filter(event -> event.subject().name().equals(name))
                .filter(event -> !waits.contains(event.kind()))
                .map(ObserverSpec::line)
                .toList();
    }

    private static String line(Event event) {
        return event.kind() + (event.detail() == null ? "" : " " + event.detail());
    }

    @EachDrive
    void theEventsOfABodyAreTheSameInEachDrive(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator("numbers", y -> {
            y.yield(1);
            y.yield(2);
        });

        observed(() -> {
            drive.read(numbers, number -> {});
            return null;
        });

        assertThat(eventsOf("numbers"))
                .containsExactly(
                        "BODY_STARTED",
                        "BODY_RESUMED",
                        "BODY_YIELDED 1",
                        "BODY_RESUMED",
                        "BODY_YIELDED 2",
                        "BODY_RESUMED",
                        "BODY_ENDED");
    }

    @EachDrive
    void aBodyThatFailsEndsWithItsFailure(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator("numbers", y -> {
            y.yield(1);
            throw failure;
        });

        observed(() -> catchThrowable(() -> drive.read(numbers, number -> {})));

        assertThat(eventsOf("numbers"))
                .containsExactly(
                        "BODY_STARTED", "BODY_RESUMED", "BODY_YIELDED 1", "BODY_RESUMED", "BODY_ENDED " + failure);
    }

    @EachDrive
    void aBodyWhoseConsumerFailsIsClosing(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator("numbers", y -> y.yield(1));

        observed(() -> catchThrowable(() -> drive.read(numbers, number -> {
            throw failure;
        })));

        assertThat(eventsOf("numbers")).startsWith("BODY_STARTED", "BODY_RESUMED", "BODY_YIELDED 1", "BODY_CLOSING");
        assertThat(eventsOf("numbers").getLast()).startsWith("BODY_ENDED");
    }

    @EachDrive
    void delegatedBodiesHaveEventsOfTheirOwn(Drive drive) throws Exception {
        AsyncGenerator<Integer> inner = generator("inner", y -> y.yield(1));
        AsyncGenerator<Integer> outer = generator("outer", y -> y.yieldAll(inner));

        observed(() -> {
            drive.read(outer, number -> {});
            return null;
        });

        assertThat(eventsOf("inner")).startsWith("BODY_STARTED").endsWith("BODY_ENDED");
        assertThat(eventsOf("outer")).startsWith("BODY_STARTED").endsWith("BODY_ENDED");
        assertThat(events.stream().map(ObserverSpec::line)).containsOnlyOnce("BODY_YIELDED 1");
    }

    @VirtualTimeTest
    void sentValuesAndThrownErrorsAreTheDetailOfAResume() throws Exception {
        var echo = dialogue("echo", (dev.weft.DialogueYielder<String, String> y) -> {
            y.yield("first");
            y.yield("second");
            return null;
        });

        observed(() -> {
            echo.anext().await();
            echo.asend("hello").await();
            return catchThrowable(echo.athrow(failure)::await);
        });

        assertThat(eventsOf("echo"))
                .containsSubsequence("BODY_RESUMED hello", "BODY_RESUMED " + failure, "BODY_ENDED " + failure);
    }

    @VirtualTimeTest
    void aTaskStartsAndEnds() throws Exception {
        observed(() -> spawn("worker", () -> "value").await());

        assertThat(eventsOf("worker")).containsExactly("TASK_STARTED", "TASK_ENDED");
    }

    @VirtualTimeTest
    void aTaskThatFailsEndsWithItsFailure() throws Exception {
        observed(() -> {
            Task<Object> task = spawn("worker", () -> {
                throw failure;
            });
            return catchThrowable(task::await);
        });

        assertThat(eventsOf("worker")).containsExactly("TASK_STARTED", "TASK_ENDED " + failure);
    }

    @VirtualTimeTest
    void aTaskIsCancelled() throws Exception {
        observed(() -> {
            Task<String> task = spawn("worker", () -> {
                pause(100);
                return "never";
            });
            pause(10);
            task.cancel();
            return catchThrowable(task::await);
        });

        assertThat(eventsOf("worker"))
                .startsWith("TASK_STARTED", "TASK_CANCELLED")
                .hasSize(3);
        assertThat(eventsOf("worker").getLast()).contains("InterruptedException");
    }

    @VirtualTimeTest
    void theRunIsASubjectToo() throws Exception {
        observed(() -> "result");

        assertThat(events).extracting(event -> event.subject().type()).containsOnly(Subject.Type.RUN);
        assertThat(eventsOf("the run")).containsExactly("TASK_STARTED", "TASK_ENDED");
    }

    @EachDrive
    void waitsTellWhatForAndAreToldByWhoWaits(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator("numbers", y -> {
            pause(10);
            y.yield(1);
        });

        observed(() -> {
            drive.read(numbers, number -> {});
            Task<Integer> worker = spawn("worker", () -> {
                pause(20);
                return 1;
            });
            return worker.await();
        });

        assertThat(events.stream()
                        .filter(event -> event.kind() == Event.Kind.AWAITING || event.kind() == Event.Kind.WOKEN)
                        .map(event -> event.subject() + " " + event.kind() + " "
                                + TimeUnit.NANOSECONDS.toMillis(event.time()) + " " + event.detail()))
                .containsExactly(
                        "the run AWAITING 0 numbers",
                        "numbers AWAITING 0 sleep 10ms",
                        "numbers WOKEN 10 sleep 10ms",
                        "the run WOKEN 10 numbers",
                        "the run AWAITING 10 numbers",
                        "the run WOKEN 10 numbers",
                        "the run AWAITING 10 task worker",
                        "worker AWAITING 10 sleep 20ms",
                        "worker WOKEN 30 sleep 20ms",
                        "the run WOKEN 30 task worker");
    }

    @VirtualTimeTest
    void aTimeLimitThatPassesIsAnEventOfItsOwner() throws Exception {
        observed(() -> spawn(
                        "worker",
                        () -> catchThrowable(timeout(ms(10), () -> {
                            pause(100);
                            return null;
                        })::await))
                .await());

        assertThat(eventsOf("worker")).contains("TIMED_OUT " + ms(10));
    }

    @EachDrive
    void aTimeLimitOfAnOperatorThatPassesIsAnEventOnce(Drive drive) throws Exception {
        observed(() -> spawn(
                        "worker", () -> catchThrowable(() -> drive.read(never().timeoutEach(ms(10)), element -> {})))
                .await());

        assertThat(events.stream().filter(event -> event.kind() == Event.Kind.TIMED_OUT))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.detail()).isEqualTo(ms(10));
                    assertThat(event.time()).isEqualTo(ms(10).toNanos());
                });
    }

    @VirtualTimeTest
    void aTimeLimitOfNothingIsAnEventToo() throws Exception {
        observed(() -> spawn("worker", () -> catchThrowable(timeout(ms(0), () -> "never")::await))
                .await());

        assertThat(eventsOf("worker")).contains("TIMED_OUT " + ms(0));
    }

    @VirtualTimeTest
    void aTimeLimitThatDoesNotPassIsNoEvent() throws Exception {
        observed(() -> timeout(ms(10), () -> "in time").await());

        assertThat(events).extracting(Event::kind).doesNotContain(Event.Kind.TIMED_OUT);
    }

    @EachDrive
    void aBodyThatItsOnlyEngineTakesDoesNotFallBack(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator("numbers", y -> y.yield(1));

        run(RunOptions.defaults().engine("thread").observer(events::add), () -> drive.read(numbers, number -> {}));

        assertThat(events).extracting(Event::kind).doesNotContain(Event.Kind.FELL_BACK);
    }

    @Test
    void aGeneratorThatIsDroppedLeaks() throws Exception {
        var leaked = new LinkedBlockingQueue<Event>();
        Observer leaks = event -> {
            if (event.kind() == Event.Kind.LEAKED) {
                leaked.add(event);
            }
        };

        run(RunOptions.defaults().observer(leaks), () -> {
            generator("dropped", y -> y.yield(1)).anext().await();

            assertThat(afterCollections(leaked)).asString().contains("dropped");
        });

        assertThat(leaked).isEmpty();
    }

    /// The next event, when the garbage collector has done its work.
    private static Event afterCollections(BlockingQueue<Event> queue) throws InterruptedException {
        Event event = null;
        for (int i = 0; i < 600 && event == null; i++) {
            System.gc();
            event = queue.poll(100, TimeUnit.MILLISECONDS);
        }
        return event;
    }

    @VirtualTimeTest
    void subjectsKnowWhereTheyWereMadeAndInWhat() throws Exception {
        observed(() -> spawn(
                        "worker", () -> generator("numbers", y -> y.yield(1)).toList())
                .await());

        Subject numbers = subject("numbers");
        assertThat(numbers.type()).isEqualTo(Subject.Type.GENERATOR);
        assertThat(numbers.site()).startsWith("ObserverSpec.java:");
        assertThat(numbers.parent()).isSameAs(subject("worker"));
        assertThat(subject("worker").type()).isEqualTo(Subject.Type.TASK);
        assertThat(subject("worker").parent()).isSameAs(subject("the run"));
    }

    private Subject subject(String name) {
        return events.stream()
                .map(Event::subject)
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @VirtualTimeTest
    void severalObserversSeeEachEventInTheOrderInWhichTheyWereAdded() throws Exception {
        var order = new ArrayList<String>();
        var options = RunOptions.defaults()
                .observer(event -> order.add("first " + event.kind()))
                .observer(event -> order.add("second " + event.kind()));

        run(options, () -> "result");

        assertThat(order)
                .containsExactly("first TASK_STARTED", "second TASK_STARTED", "first TASK_ENDED", "second TASK_ENDED");
    }

    @VirtualTimeTest
    void anObserverThatFailsChangesNothing() throws Exception {
        Observer broken = event -> {
            throw new IllegalStateException("the observer fails");
        };
        var options = RunOptions.defaults().observer(broken).observer(events::add);

        try (var warnings = Warnings.capture()) {
            var read = run(options, () -> of(1, 2).toList());

            assertThat(read).containsExactly(1, 2);
            assertThat(events).isNotEmpty();
            assertThat(warnings).isNotEmpty().allMatch(warning -> warning.startsWith("an observer failed on "));
        }
    }

    @VirtualTimeTest
    void makingAGeneratorIsNoEvent() throws Exception {
        observed(() -> generator("fresh", y -> y.yield(1)));

        assertThat(eventsOf("fresh")).isEmpty();
    }

    @VirtualTimeTest
    void closingAFreshGeneratorIsNoEvent() throws Exception {
        observed(() -> {
            generator("fresh", y -> y.yield(1)).close();
            return null;
        });

        assertThat(eventsOf("fresh")).isEmpty();
    }
}
