package dev.weft.challenges.stage;

import dev.weft.Action;
import dev.weft.Async;
import dev.weft.Awaitable;
import dev.weft.Outcome;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a program is given: a place to print, random numbers that a seed brings back, and a few things to wait for.
public final class Stage {

    private final Recorder recorder;
    private final Audience audience;
    private final long seed;

    Stage(Recorder recorder, Audience audience, long seed) {
        this.recorder = recorder;
        this.audience = audience;
        this.seed = seed;
    }

    /// Prints a line.
    ///
    /// @param line what to print
    public void println(@Nullable Object line) {
        recorder.print(String.valueOf(line), audience);
    }

    /// Makes a source of random numbers. The same seed and name give the same numbers again, whatever else runs.
    ///
    /// @param name whose numbers they are
    /// @return the source, for one task at a time
    public RandomGenerator random(String name) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + name.hashCode());
    }

    /// Makes an awaitable that sleeps for 0.1 to 1 seconds and then gives its name. Nothing of it runs until it is
    /// awaited, as with every awaitable.
    ///
    /// @param name its name
    /// @return the awaitable, to be awaited any number of times
    public Awaitable<String> slow(String name) {
        var takes = Duration.ofMillis(random(name).nextInt(100, 1001));
        int number = recorder.slow(name, takes);
        return () -> {
            Moment began = recorder.now();
            try {
                Async.sleep(takes);
                return name;
            } finally {
                recorder.awaited(number, new Span(began, recorder.now()));
            }
        };
    }

    /// Tries something, and notes how it ends: what it gave, or what came out of it. Nothing comes out of this method.
    ///
    /// @param name what is tried
    /// @param code tries it
    /// @throws InterruptedException if the program is interrupted meanwhile
    public void attempt(String name, Awaitable<?> code) throws InterruptedException {
        Moment began = recorder.now();
        Outcome<@Nullable Object> outcome = outcome(code);
        recorder.attempted(new Attempt(name, new Span(began, recorder.now()), outcome));
        recorder.remark(name + ": " + told(outcome), audience);
    }

    /// Tries something that gives nothing; else as [#attempt(String, Awaitable)].
    ///
    /// @param name what is tried
    /// @param code tries it
    /// @throws InterruptedException if the program is interrupted meanwhile
    public void attempt(String name, Action code) throws InterruptedException {
        Awaitable<@Nullable Object> giving = () -> {
            code.run();
            return null;
        };
        attempt(name, giving);
    }

    private static String told(Outcome<@Nullable Object> outcome) {
        return switch (outcome) {
            case Outcome.Success<?>(var value) -> told(value);
            case Outcome.Failure<?>(var error) -> Errors.show(error) + " came out";
        };
    }

    private static String told(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing came out";
            case Throwable caught -> "gave " + Errors.show(caught);
            default -> "gave " + value;
        };
    }

    private static Outcome<@Nullable Object> outcome(Awaitable<?> code) throws InterruptedException {
        try {
            return new Outcome.Success<>(code.await());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return new Outcome.Failure<>(e);
        }
    }
}
