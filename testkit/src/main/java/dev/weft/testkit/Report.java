package dev.weft.testkit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The texts of errors: what each strand waits for, and where.
final class Report {

    private static final int STRANDS = 20;
    private static final int USER_FRAMES = 5;
    private static final int ALL_FRAMES = 20;
    private static final Pattern MACHINERY = Pattern.compile(
            "(java|javax|jdk|sun)\\..*|dev\\.weft\\.testkit\\.(Report|Run|Simulation|Strand|VirtualRuntime)");
    private static final Pattern LIBRARY =
            Pattern.compile("dev\\.weft\\.((spi|testkit)\\.|internal\\..*)?[^.]*|org\\.junit\\..*");

    private Report() {}

    static String deadlock(long now, Collection<Strand> strands) {
        return "deadlock " + at(now) + ": nothing is ready, no timer is set, and " + counted(strands)
                + waiting(strands);
    }

    static String nothingFromOutside(Duration limit, long now, Collection<Strand> strands) {
        return "deadlock " + at(now) + ": " + counted(strands) + ", and nothing came from outside within "
                + time(TimeUnit.NANOSECONDS.convert(limit))
                + " of real time; complete what is awaited, or raise the limit"
                + " with watchdog(...)" + waiting(strands);
    }

    static String strandsLeft(long now, Collection<Strand> strands) {
        return "the code has ended " + at(now) + ", but " + counted(strands) + "; end or join what was started"
                + waiting(strands);
    }

    static String livelock(long limit, long now, Collection<Strand> strands) {
        return "livelock " + at(now) + ": more than " + limit + " steps while the clock stood still; wait for time to"
                + " pass or for an event, or raise the limit with switchLimit(...); the busiest strands and their steps"
                + listed(busiest(now, strands), strand -> strand + ": " + strand.steps(now));
    }

    static String blocked(Strand holder, Duration limit, long now, Collection<Strand> strands) {
        return "blocked " + at(now) + ": " + holder + " has neither waited nor ended for "
                + time(TimeUnit.NANOSECONDS.convert(limit)) + " of real time, and nothing else can run meanwhile; wait"
                + " with Async.sleep, await or a lock of Weft, compute outside, or raise the limit with watchdog(...)"
                + "\n  " + holder + ", " + holder.thread().getState()
                + frames(downToUser(List.of(holder.thread().getStackTrace())))
                + waiting(strands.stream().filter(strand -> strand != holder).toList());
    }

    /// Writes a time in seconds.
    static String time(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
    }

    private static String at(long now) {
        return "at " + time(now) + " of virtual time";
    }

    private static String counted(Collection<Strand> strands) {
        return strands.size() == 1 ? "1 strand waits" : strands.size() + " strands wait";
    }

    private static List<Strand> busiest(long now, Collection<Strand> strands) {
        return strands.stream()
                .filter(strand -> strand.steps(now) > 0)
                .sorted(Comparator.comparingLong((Strand strand) -> strand.steps(now))
                        .reversed())
                .limit(5)
                .toList();
    }

    private static String waiting(Collection<Strand> strands) {
        return listed(strands, Report::waiting);
    }

    private static String waiting(Strand strand) {
        return switch (strand.state) {
            case NEW -> strand + " has not begun";
            case READY -> strand + " is ready to run";
            case RUNNING, ENDED, LEFT -> strand + " runs";
            case PARKED -> strand + " waits for " + strand.reason;
        };
    }

    private static String listed(Collection<Strand> strands, Function<Strand, String> line) {
        String list = strands.stream()
                .limit(STRANDS)
                .map(strand -> "\n  " + line.apply(strand) + frames(userFrames(strand)))
                .collect(Collectors.joining());
        int more = strands.size() - STRANDS;
        return more > 0 ? list + "\n  and " + more + " more" : list;
    }

    /// Returns the user's frames; if there are none, as in Weft's own code, those of the library.
    private static Stream<StackTraceElement> userFrames(Strand strand) {
        List<StackTraceElement> frames = Stream.of(strand.thread().getStackTrace())
                .filter(frame -> isOutside(MACHINERY, frame))
                .toList();
        List<StackTraceElement> user = frames.stream().filter(Report::isUsers).toList();
        return (user.isEmpty() ? frames : user).stream().limit(USER_FRAMES);
    }

    /// Returns all frames down to the outermost of the user's; what called that is known.
    private static Stream<StackTraceElement> downToUser(List<StackTraceElement> frames) {
        int end = frames.size();
        while (end > 0 && !isUsers(frames.get(end - 1))) {
            end--;
        }
        return frames.stream().limit(end == 0 ? frames.size() : end).limit(ALL_FRAMES);
    }

    private static boolean isUsers(StackTraceElement frame) {
        return isOutside(MACHINERY, frame) && isOutside(LIBRARY, frame);
    }

    private static boolean isOutside(Pattern classes, StackTraceElement frame) {
        return !classes.matcher(frame.getClassName()).matches();
    }

    private static String frames(Stream<StackTraceElement> frames) {
        return frames.map(frame -> "\n      at " + frame).collect(Collectors.joining());
    }
}
