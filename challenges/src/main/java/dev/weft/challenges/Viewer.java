package dev.weft.challenges;

import dev.weft.challenges.stage.Audience;
import dev.weft.challenges.stage.Line;
import dev.weft.challenges.stage.Seconds;
import dev.weft.spi.Event;
import dev.weft.spi.Observer;
import dev.weft.timeline.Lane;
import dev.weft.timeline.Span;
import dev.weft.timeline.Timeline;
import dev.weft.timeline.TimelineRecorder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shows what a program prints as it prints it, and, if that takes real time, what it does meanwhile.
///
/// On a terminal that is one line, written again ten times a second and wiped away in the end; elsewhere, a line every
/// few seconds.
final class Viewer implements Audience {

    private static final String WIPE = "\r\u001b[K";

    private final Terminal terminal;
    private final String title;
    private final boolean live;
    private final TimelineRecorder recorder = new TimelineRecorder();

    Viewer(Terminal terminal, String title, boolean live) {
        this.terminal = terminal;
        this.title = title;
        this.live = live;
    }

    @Override
    public synchronized void hear(Line line) {
        wipe();
        String time =
                String.format(Locale.ROOT, "%10s  ", Seconds.show(line.at().time()));
        PrintStream out = terminal.out();
        Page.wrap(time, " ".repeat(time.length()), line.text(), terminal.width())
                .forEach(out::println);
        out.flush();
    }

    @Override
    public Observer observer() {
        return recorder;
    }

    /// What was seen of the program so far.
    Timeline timeline() {
        return recorder.timeline();
    }

    @Override
    public Optional<Duration> period() {
        if (!live) {
            return Optional.empty();
        }
        return Optional.of(terminal.lively() ? Duration.ofMillis(100) : Duration.ofSeconds(5));
    }

    @Override
    public synchronized void look(Duration elapsed, List<Event> events) {
        String present = present(timeline());
        if (terminal.lively()) {
            String line = String.format(Locale.ROOT, "%s: %.1f s, %s", title, elapsed.toMillis() / 1000.0, present);
            terminal.err().print(WIPE + line.substring(0, Math.min(line.length(), terminal.width() - 1)));
        } else {
            terminal.err().println(title + ": " + elapsed.toSeconds() + " s, " + present);
        }
        terminal.err().flush();
    }

    /// Says in a few words who is busy, such as `left sleeps, right sleeps`.
    static String present(Timeline timeline) {
        String busy = timeline.lanes().stream()
                .flatMap(lane -> lane.present().stream().map(span -> busy(lane, span)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return busy.isEmpty() ? "all wait" : busy;
    }

    private static String busy(Lane lane, Span span) {
        return switch (span.kind()) {
            case SLEEPING -> lane.name() + " sleeps";
            case RUNNING, CLOSING -> lane.name() + " runs";
            case WAITING, SUSPENDED -> "";
        };
    }

    /// Wipes the line of progress away.
    synchronized void wipe() {
        if (live && terminal.lively()) {
            terminal.err().print(WIPE);
            terminal.err().flush();
        }
    }
}
