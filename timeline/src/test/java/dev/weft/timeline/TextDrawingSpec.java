package dev.weft.timeline;

import static dev.weft.spi.Event.Kind.AWAITING;
import static dev.weft.spi.Event.Kind.BODY_CLOSING;
import static dev.weft.spi.Event.Kind.BODY_ENDED;
import static dev.weft.spi.Event.Kind.BODY_RESUMED;
import static dev.weft.spi.Event.Kind.BODY_STARTED;
import static dev.weft.spi.Event.Kind.BODY_YIELDED;
import static dev.weft.spi.Event.Kind.TASK_ENDED;
import static dev.weft.spi.Event.Kind.TASK_STARTED;
import static dev.weft.spi.Event.Kind.TIMED_OUT;
import static dev.weft.spi.Event.Kind.WOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import dev.weft.spi.Event;
import dev.weft.spi.Runtime;
import dev.weft.spi.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextDrawingSpec {

    /// What a sleeper waits for.
    private record Nap() implements Runtime.Timed {}

    private final Subject main = new Subject(Subject.Type.RUN, "main", null, () -> "");
    private final Subject generator = new Subject(Subject.Type.GENERATOR, "numbers", main, () -> "");
    private final List<Event> events = new ArrayList<>();

    @Test
    void drawsALaneForEachTaskAndGeneratorUnderAnAxis() {
        at(0, main, TASK_STARTED, null);
        at(0, main, AWAITING, generator);
        at(0, generator, BODY_STARTED, null);
        at(0, generator, AWAITING, new Nap());
        at(2, generator, WOKEN, null);
        at(2, generator, BODY_YIELDED, 7);
        at(2, main, WOKEN, null);
        at(4, main, TASK_ENDED, null);

        assertThat(drawing(9 + 32 + 2))
                .containsExactly(
                        "         |0 s            |2 s",
                        "main     ................################]",
                        "numbers  ~~~~~~~~~~~~~~~~Y---------------",
                        "Y yields  ] ends  # runs  ~ sleeps",
                        ". waits for another  - is at its yield");
    }

    @Test
    void showsAGeneratorAtItsYieldUntilItGoesOn() {
        at(0, generator, BODY_STARTED, null);
        at(1, generator, BODY_YIELDED, 7);
        at(3, generator, BODY_RESUMED, null);
        at(4, generator, BODY_ENDED, null);

        assertThat(lane("numbers")).isEqualTo("########Y---------------########]");
    }

    @Test
    void putsAnEndThatComesWithAYieldRightBehindIt() {
        at(0, generator, BODY_STARTED, null);
        at(2, generator, BODY_YIELDED, 7);
        at(2, generator, BODY_RESUMED, null);
        at(2, generator, BODY_ENDED, null);
        at(4, main, TASK_STARTED, null);

        assertThat(lane("numbers")).isEqualTo("################Y]");
    }

    @Test
    void tellsFailuresFromCancellationsAndEnds() {
        at(0, task("failed"), TASK_STARTED, null);
        at(1, events.getLast().subject(), TASK_ENDED, new IllegalStateException());
        at(1, task("cancelled"), TASK_STARTED, null);
        at(2, events.getLast().subject(), TASK_ENDED, new CancellationException());
        at(2, task("at the end"), TASK_STARTED, null);
        at(3, events.getLast().subject(), TASK_ENDED, new StopAsyncIteration());
        at(3, task("closed"), TASK_STARTED, null);
        at(4, events.getLast().subject(), TASK_ENDED, new GeneratorExit());

        assertThat(lane("failed")).endsWith("!");
        assertThat(lane("cancelled")).endsWith("x");
        assertThat(lane("at the end")).endsWith("]");
        assertThat(lane("closed")).endsWith("]");
    }

    @Test
    void takesABodyThatThrowsStopAsyncIterationForAFailure() {
        at(0, generator, BODY_STARTED, null);
        at(1, generator, BODY_ENDED, new StopAsyncIteration());

        assertThat(lane("numbers")).endsWith("!");
    }

    @Test
    void putsTasksOfOneNameThatFollowOneAnotherIntoOneLane() {
        at(0, task("gather.0"), TASK_STARTED, null);
        at(1, events.getLast().subject(), TASK_ENDED, null);
        at(3, task("gather.0"), TASK_STARTED, null);
        at(4, events.getLast().subject(), TASK_ENDED, null);

        assertThat(lane("gather.0")).isEqualTo("########]               ########]");
    }

    @Test
    void putsTasksOfOneNameThatRunAtTheSameTimeIntoLanesOfTheirOwn() {
        Subject one = task("gather.0");
        Subject other = task("gather.0");
        at(0, one, TASK_STARTED, null);
        at(0, other, TASK_STARTED, null);
        at(1, one, TASK_ENDED, null);
        at(2, other, TASK_ENDED, null);

        assertThat(drawing(43)).filteredOn(line -> line.startsWith("gather.0")).hasSize(2);
    }

    @Test
    void goesOnWithTheOuterWaitWhenAnInnerOneEnds() {
        at(0, main, TASK_STARTED, null);
        at(0, main, AWAITING, "outer");
        at(1, main, AWAITING, new Nap());
        at(2, main, WOKEN, null);
        at(3, main, WOKEN, null);
        at(4, main, TASK_ENDED, null);

        assertThat(lane("main")).isEqualTo("........~~~~~~~~........########]");
    }

    @Test
    void cutsLongNames() {
        at(0, task("a task with quite a long name"), TASK_STARTED, null);
        at(1, events.getLast().subject(), TASK_ENDED, null);

        assertThat(drawing(40)).element(1).asString().startsWith("a task with q+  #");
    }

    @Test
    void drawsARunThatTookNoTime() {
        at(0, main, TASK_STARTED, null);
        at(0, main, TASK_ENDED, null);

        assertThat(drawing(40)).containsExactly("      |0 s", "main  ]", "] ends");
    }

    @Test
    void drawsNothingOfNoEvents() {
        assertThat(drawing(40)).containsExactly("  |0 s", "");
    }

    @Test
    void drawsWhatIsNotOverUpToTheLastEvent() {
        at(0, main, TASK_STARTED, null);
        at(1, generator, BODY_STARTED, null);
        at(2, generator, BODY_YIELDED, 7);

        assertThat(lane("main")).isEqualTo("#".repeat(32));
        assertThat(lane("numbers")).isEqualTo(" ".repeat(16) + "#".repeat(16) + "Y");
    }

    @Test
    void staysWithinItsWidth() {
        at(0, main, TASK_STARTED, null);
        at(7, generator, BODY_STARTED, null);
        at(13, generator, BODY_YIELDED, 1);
        at(13, generator, BODY_ENDED, null);
        at(13, main, TASK_ENDED, null);

        assertThat(drawing(50)).allMatch(line -> line.length() <= 50);
    }

    @Test
    void paintsSignsOfOneKindTogether() {
        at(0, main, TASK_STARTED, null);
        at(1, main, TASK_ENDED, null);

        List<String> lines = timeline().toText(new TextStyle(true, true, 40, 60));

        assertThat(lines).element(1).isEqualTo("main  \u001b[32m" + "█".repeat(32) + "\u001b[0m\u001b[2m┤\u001b[0m");
    }

    @Test
    void leavesOutRowsThatItHasNoRoomForAndSaysSo() {
        at(0, task("one"), TASK_STARTED, null);
        at(0, task("two"), TASK_STARTED, null);
        at(1, task("three"), TASK_STARTED, null);

        List<String> lines = timeline().toText(new TextStyle(false, false, 80, 2));

        assertThat(lines).noneMatch(line -> line.startsWith("three"));
        assertThat(lines).last().isEqualTo("Left out: 1 row; the page and the trace have all.");
    }

    @Test
    void showsATimeLimitThatPassed() {
        at(0, main, TASK_STARTED, null);
        at(0, main, AWAITING, new Nap());
        at(2, main, TIMED_OUT, "1s");
        at(2, main, WOKEN, null);
        at(4, main, TASK_ENDED, null);

        assertThat(lane("main")).isEqualTo("~".repeat(16) + "T" + "#".repeat(15) + "]");
    }

    @Test
    void showsAGeneratorThatIsBeingClosed() {
        at(0, generator, BODY_STARTED, null);
        at(2, generator, BODY_CLOSING, null);
        at(4, generator, BODY_ENDED, new GeneratorExit());

        assertThat(lane("numbers")).isEqualTo("#".repeat(16) + "%".repeat(16) + "]");
    }

    private void at(long second, Subject subject, Event.Kind kind, @Nullable Object detail) {
        events.add(new Event(kind, 5_000_000_000L + second * 1_000_000_000L, subject, detail));
    }

    private Timeline timeline() {
        var recorder = new TimelineRecorder();
        events.forEach(recorder::observe);
        return recorder.timeline();
    }

    private Subject task(String name) {
        return new Subject(Subject.Type.TASK, name, main, () -> "");
    }

    private List<String> drawing(int width) {
        return timeline().toText(new TextStyle(false, false, width, 60));
    }

    /// The first lane of a name, drawn over 32 columns and two for the end.
    private String lane(String name) {
        int margin = events.stream()
                .mapToInt(event -> event.subject().name().length() + 2)
                .max()
                .orElseThrow();
        return drawing(margin + 32 + 2).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(margin))
                .findFirst()
                .orElseThrow();
    }
}
