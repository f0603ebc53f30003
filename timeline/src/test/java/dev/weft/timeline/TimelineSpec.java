package dev.weft.timeline;

import static dev.weft.Async.anext;
import static dev.weft.Async.dialogue;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;
import static dev.weft.Async.timeout;
import static dev.weft.Async.zip;
import static dev.weft.timeline.Runs.lane;
import static dev.weft.timeline.Runs.links;
import static dev.weft.timeline.Runs.ms;
import static dev.weft.timeline.Runs.numbers;
import static dev.weft.timeline.Runs.points;
import static dev.weft.timeline.Runs.spans;
import static dev.weft.timeline.Runs.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Action;
import dev.weft.DialogueYielder;
import dev.weft.Yielder;
import dev.weft.spi.Event;
import dev.weft.spi.Subject;
import dev.weft.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimelineSpec {

    // ---- lanes ----

    @Test
    void hasALaneForEachTaskAndGeneratorInTheOrderInWhichTheyBegan() throws Exception {
        var timeline = timeline(() -> {
            try (var left = numbers("left", 1, ms(10));
                    var right = numbers("right", 1, ms(20))) {
                gather(anext(left), anext(right), Integer::sum).await();
            }
        });

        assertThat(timeline.lanes())
                .extracting(Lane::name)
                .containsExactly("run", "gather.0", "gather.1", "left", "right");
        assertThat(timeline.lanes()).extracting(Lane::number).containsExactly(0, 1, 2, 3, 4);
        assertThat(lane(timeline, "right").parent()).hasValue(2);
        assertThat(lane(timeline, "right").type()).isEqualTo(Subject.Type.GENERATOR);
        assertThat(lane(timeline, "right").site()).startsWith("Runs.java:");
        assertThat(timeline.length()).isEqualTo(ms(20));
    }

    @Test
    void saysWhatWentOnInALane() throws Exception {
        var timeline = timeline(() -> {
            try (var numbers = numbers("numbers", 3, ms(10))) {
                anext(numbers).await();
                sleep(ms(5));
                anext(numbers).await();
            }
        });

        assertThat(spans(lane(timeline, "numbers"))).isEqualTo("sleeping 0..10; suspended 10..15; sleeping 15..25");
        assertThat(spans(lane(timeline, "run"))).isEqualTo("waiting 0..10; sleeping 10..15; waiting 15..25");
        assertThat(points(lane(timeline, "numbers"))).isEqualTo("yielded 0 @10; yielded 1 @25; ended @25");
    }

    @Test
    void saysForWhatALaneWaited() throws Exception {
        var timeline = timeline(() -> numbers("numbers", 1, ms(10)).toList());

        assertThat(lane(timeline, "run").spans()).extracting(Span::what).containsExactly("numbers");
        assertThat(lane(timeline, "numbers").spans()).extracting(Span::what).containsExactly("sleep 10ms");
    }

    @Test
    void hasTheTimeInWhichAGeneratorIsBeingClosed() throws Exception {
        var timeline = timeline(() -> {
            try (var numbers = generator("numbers", (Yielder<Integer> y) -> {
                try {
                    y.yield(1);
                } finally {
                    sleep(ms(7));
                }
            })) {
                anext(numbers).await();
            }
        });

        assertThat(spans(lane(timeline, "numbers"))).isEqualTo("sleeping 0..7");
        assertThat(points(lane(timeline, "numbers"))).isEqualTo("yielded 1 @0; ended @7");
    }

    // ---- points ----

    @Test
    void hasWhatWasSentAndThrownIn() throws Exception {
        var timeline = timeline(() -> {
            try (var echo = dialogue("echo", (DialogueYielder<Integer, String> y) -> {
                y.yield(1);
                try {
                    y.yield(2);
                } catch (IllegalStateException e) {
                    y.yield(3);
                }
                return 0;
            })) {
                anext(echo).await();
                echo.asend("hello").await();
                echo.athrow(new IllegalStateException("no")).await();
            }
        });

        assertThat(points(lane(timeline, "echo")))
                .isEqualTo(
                        "yielded 1 @0; sent hello @0; yielded 2 @0; thrown IllegalStateException: no @0; yielded 3 @0;"
                                + " ended @0");
    }

    @Test
    void hasFailuresWithTheirStacks() throws Exception {
        var timeline = timeline(() -> {
            var failing = generator("failing", (Yielder<Integer> y) -> {
                throw new IllegalStateException("out of paper");
            });
            assertThatThrownBy(failing::toList).hasMessage("out of paper");
        });

        var failure = lane(timeline, "failing").points().getFirst();
        assertThat(failure.kind()).isEqualTo(Point.Kind.FAILED);
        assertThat(failure.text()).isEqualTo("IllegalStateException: out of paper");
        assertThat(failure.stack()).startsWith("dev.weft.timeline.TimelineSpec.");
    }

    @Test
    void hasCancellationsAndTimeLimits() throws Exception {
        var timeline = timeline(() -> {
            var task = spawn(() -> {
                sleep(ms(1000));
                return 1;
            });
            var limited = timeout(ms(5), task);
            assertThatThrownBy(limited::await).isInstanceOf(TimeoutException.class);
            task.cancel();
        });

        assertThat(points(lane(timeline, "run"))).isEqualTo("timed_out PT0.005S @5; ended @5");
        assertThat(points(timeline.lanes().get(1)))
                .isEqualTo("stopped @5; stopped @5; cancelled InterruptedException: interrupted while waiting"
                        + " for sleep 1s @5");
    }

    @Test
    void hasDroppedGeneratorsAndDeclinedBodies() {
        var recorder = new TimelineRecorder();
        var generator = new Subject(Subject.Type.GENERATOR, "numbers", null, () -> "");

        recorder.observe(new Event(Event.Kind.FELL_BACK, 0, generator, "it writes to a captured array"));
        recorder.observe(new Event(Event.Kind.LEAKED, 1_000_000, generator, null));

        assertThat(points(recorder.timeline().lanes().getFirst()))
                .isEqualTo("fell_back it writes to a captured array @0; leaked @1");
    }

    @Test
    void showsNullAsAValue() throws Exception {
        var timeline = timeline(() -> generator("nothing", y -> y.yield(null)).toList());

        assertThat(points(lane(timeline, "nothing"))).startsWith("yielded null @0");
    }

    @Test
    void showsAValueAsItWasWhenItWasYielded() throws Exception {
        var timeline = timeline(() -> {
            var list = new ArrayList<Integer>();
            generator("lists", y -> y.yield(list)).toList();
            list.add(1);
        });

        assertThat(points(lane(timeline, "lists"))).startsWith("yielded [] @0");
    }

    @Test
    void cutsLongValuesAndOutlivesThoseThatCannotBeShown() throws Exception {
        var hostile = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException();
            }
        };

        var timeline = timeline(() -> generator("values", y -> {
                    y.yield("x".repeat(1000));
                    y.yield(hostile);
                })
                .toList());

        assertThat(lane(timeline, "values").points())
                .extracting(Point::text)
                .satisfiesExactly(
                        text -> assertThat(text).hasSize(200).endsWith("x…"),
                        text -> assertThat(text).endsWith("whose toString() failed"),
                        text -> assertThat(text).isEmpty());
    }

    // ---- links ----

    @Test
    void linksAGatherToItsTasksAndThemToTheirGenerators() throws Exception {
        var timeline = timeline(() -> {
            try (var left = numbers("left", 1, ms(10));
                    var right = numbers("right", 1, ms(20))) {
                gather(anext(left), anext(right), Integer::sum).await();
            }
        });

        assertThat(links(timeline, Link.Kind.TASK)).isEqualTo("run -> gather.0 0..10; run -> gather.1 0..20");
        assertThat(links(timeline, Link.Kind.STEP)).isEqualTo("gather.0 -> left 0..10; gather.1 -> right 0..20");
    }

    @Test
    void linksAnOperatorAndNotItsConsumerToWhatItWaitsFor() throws Exception {
        var timeline = timeline(() -> zip(numbers("left", 1, ms(10)), numbers("right", 2, ms(20)), Integer::sum)
                .map(x -> x)
                .first());

        assertThat(links(timeline, Link.Kind.STEP))
                .contains(
                        "run -> zip.map 0..20", "zip.map -> zip 0..20", "zip.0 -> left 0..10", "zip.1 -> right 0..20");
        assertThat(links(timeline, Link.Kind.TASK)).contains("zip -> zip.0 0..10", "zip -> zip.1 0..20");
    }

    @Test
    void linksAGeneratorToOneThatItYieldsAllOf() throws Exception {
        var timeline = timeline(() -> generator("outer", (Yielder<Integer> y) -> {
                    y.yieldAll(numbers("inner", 2, ms(10)));
                    sleep(ms(5));
                })
                .toList());

        assertThat(links(timeline, Link.Kind.DELEGATION)).isEqualTo("outer -> inner 0..20");
        assertThat(spans(lane(timeline, "outer"))).isEqualTo("waiting 0..10; waiting 10..20; sleeping 20..25");
        assertThat(spans(lane(timeline, "inner"))).isEqualTo("sleeping 0..10; sleeping 10..20");
    }

    @Test
    void linksAGeneratorThatIsPulledToOneThatItYieldsAllOf() throws Exception {
        var timeline = timeline(() -> {
            try (var outer = generator("outer", (Yielder<Integer> y) -> y.yieldAll(numbers("inner", 2, ms(10))))) {
                anext(outer).await();
                sleep(ms(5));
                anext(outer).await();
            }
        });

        assertThat(links(timeline, Link.Kind.DELEGATION)).isEqualTo("outer -> inner 0..25");
        assertThat(spans(lane(timeline, "outer"))).isEqualTo("waiting 0..10; suspended 10..15; waiting 15..25");
        assertThat(spans(lane(timeline, "inner"))).isEqualTo("sleeping 0..10; suspended 10..15; sleeping 15..25");
    }

    @Test
    void linksABodyToTheGeneratorThatItReads() throws Exception {
        var timeline = timeline(() -> generator("outer", (Yielder<Integer> y) -> {
                    numbers("inner", 1, ms(10)).forEach(x -> y.yield(x + 1));
                })
                .toList());

        assertThat(links(timeline, Link.Kind.DELEGATION)).isEmpty();
        assertThat(links(timeline, Link.Kind.STEP)).contains("outer -> inner 0..10");
    }

    @Test
    void linksWhoAwaitsATaskToIt() throws Exception {
        var timeline = timeline(() -> spawn(() -> {
                    sleep(ms(3));
                    return 1;
                })
                .await());

        assertThat(links(timeline, Link.Kind.TASK)).endsWith(" 0..3").startsWith("run -> ");
    }

    // ---- recording ----

    @Test
    void recordsCodeInVirtualTime() throws Exception {
        var recorded = new AtomicReference<Timeline>();

        VirtualTime.run(() ->
                recorded.set(Timeline.record(() -> numbers("numbers", 2, ms(10)).toList())));

        assertThat(recorded.get().length()).isEqualTo(ms(20));
        assertThat(points(lane(recorded.get(), "numbers"))).isEqualTo("yielded 0 @10; yielded 1 @20; ended @20");
    }

    @Test
    void recordsCodeInRealTime() throws Exception {
        var timeline = Timeline.record(() -> numbers("numbers", 2, ms(1)).toList());

        assertThat(timeline.length()).isGreaterThanOrEqualTo(ms(2));
        assertThat(lane(timeline, "numbers").points()).extracting(Point::text).containsExactly("0", "1", "");
    }

    @Test
    void recordsCodeThatGivesNothing() throws Exception {
        Action code = () -> sleep(ms(1));

        assertThat(Timeline.record(code).lanes()).hasSize(1);
    }

    @Test
    void letsTheSameExceptionThrough() {
        var failure = new IllegalStateException();
        Action code = () -> {
            throw failure;
        };

        assertThatThrownBy(() -> Timeline.record(code)).isSameAs(failure);
    }

    @Test
    void saysWhatGoesOnAtTheEndOfARecordingThatIsNotOver() throws Exception {
        var recorder = new TimelineRecorder();
        var meanwhile = new AtomicReference<Timeline>();

        VirtualTime.fifo().observer(recorder).run(() -> {
            var task = spawn(() -> numbers("numbers", 1, ms(10)).toList());
            sleep(ms(1));
            meanwhile.set(recorder.timeline());
            task.await();
        });

        assertThat(lane(meanwhile.get(), "numbers").present())
                .hasValueSatisfying(span -> assertThat(span.kind()).isEqualTo(Span.Kind.SLEEPING));
        assertThat(recorder.timeline().lanes()).allMatch(lane -> lane.present().isEmpty());
    }

    @Test
    void keepsTheFirstEventsAndCountsTheOthersWhenTheRecorderIsFull() throws Exception {
        var recorder = new TimelineRecorder(3);

        VirtualTime.fifo()
                .observer(recorder)
                .run(() -> numbers("numbers", 1, ms(10)).toList());

        assertThat(recorder.timeline().missed()).isPositive();
        assertThat(recorder.timeline().toText()).contains("Not recorded: ");
    }

    @Test
    void isEmptyWithoutEvents() {
        var timeline = new TimelineRecorder().timeline();

        assertThat(timeline.lanes()).isEmpty();
        assertThat(timeline.toText()).isNotEmpty();
        assertThat(timeline.toSvg()).endsWith("</svg>\n");
        assertThat(timeline.toHtml("empty")).contains("<title>empty</title>");
        assertThat(timeline.toTraceJson()).contains("traceEvents");
    }

    @Test
    void refusesALimitThatIsNotPositive() {
        assertThatThrownBy(() -> new TimelineRecorder(0)).hasMessage("limit must be positive, was 0");
    }

    @Test
    void doesNotChangeWithTheListsItWasMadeOf() {
        var lanes = new ArrayList<Lane>();
        var timeline = new Timeline(lanes, List.of(), ms(0), 0);

        lanes.add(null);

        assertThat(timeline.lanes()).isEmpty();
    }
}
