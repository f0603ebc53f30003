package dev.weft.challenges;

import dev.weft.challenges.stage.Audience;
import dev.weft.challenges.stage.Line;
import dev.weft.challenges.stage.Seconds;
import dev.weft.challenges.timeline.Timeline;
import dev.weft.spi.Event;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows what a program prints as it prints it, and, if that takes real time, what it does meanwhile.
///
/// On a terminal that is one line, written again ten times a second and wiped away in the end; elsewhere, a line every
/// few seconds.
final class Viewer implements Audience {

    private static final String WIPE = "\r\u001b[K";

    private final Terminal terminal;
    private final String title;
    private final boolean live;

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
    public Optional<Duration> period() {
        if (!live) {
            return Optional.empty();
        }
        return Optional.of(terminal.lively() ? Duration.ofMillis(100) : Duration.ofSeconds(5));
    }

    @Override
    public synchronized void look(Duration elapsed, List<Event> events) {
        String present = Timeline.of(events).present();
        if (terminal.lively()) {
            String line = String.format(Locale.ROOT, "%s: %.1f s, %s", title, elapsed.toMillis() / 1000.0, present);
            terminal.err().print(WIPE + line.substring(0, Math.min(line.length(), terminal.width() - 1)));
        } else {
            terminal.err().println(title + ": " + elapsed.toSeconds() + " s, " + present);
        }
        terminal.err().flush();
    }

    /// Wipes the line of progress away.
    synchronized void wipe() {
        if (live && terminal.lively()) {
            terminal.err().print(WIPE);
            terminal.err().flush();
        }
    }
}
