package dev.weft.challenges.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A chain of claims about a recording. It stops at the first that does not hold: the later ones may lean on it.
///
/// A claim says what is so, with the numbers that were seen; next to it stand what was expected and what was seen, for
/// the reader of a proof that fails.
public final class Proof {

    /// Ends a proof at a claim that does not hold.
    private static final class Refuted extends Error {
        private static final long serialVersionUID = 1;

        Refuted() {
            super(null, null, false, false);
        }
    }

    private final Recording recording;
    private final List<Claim> claims = new ArrayList<>();

    private Proof(Recording recording) {
        this.recording = recording;
    }

    /// Goes through a proof.
    ///
    /// @param recording what it is about
    /// @param code makes the claims
    /// @return what it came to
    public static Verdict of(Recording recording, Consumer<Proof> code) {
        var proof = new Proof(recording);
        try {
            proof.claimThatItEnded();
            code.accept(proof);
        } catch (Refuted refuted) {
            // The claim that does not hold is the last one.
        }
        return new Verdict(proof.claims);
    }

    private void claimThatItEnded() {
        recording.failure().ifPresent(thrown -> {
            that("The program runs to its end.", false, "no error", Errors.showWithPlace(thrown));
        });
        recording.late().forEach(thrown -> {
            that("Every error reaches somebody.", false, "no error", Errors.showWithPlace(thrown));
        });
    }

    /// Returns what the proof is about.
    ///
    /// @return the recording
    public Recording recording() {
        return recording;
    }

    /// Claims something.
    ///
    /// @param sentence what is so
    /// @param holds whether it is
    /// @param expected what was expected
    /// @param seen what was seen
    public void that(String sentence, boolean holds, Object expected, @Nullable Object seen) {
        claims.add(new Claim(sentence, holds, expected.toString(), String.valueOf(seen)));
        if (!holds) {
            throw new Refuted();
        }
    }

    /// Claims that two things are equal.
    ///
    /// @param sentence what is so if they are
    /// @param expected what was expected
    /// @param seen what was seen
    public void equal(String sentence, Object expected, @Nullable Object seen) {
        that(sentence, Objects.equals(expected, seen), expected, seen);
    }

    /// Claims the same of each of several things.
    ///
    /// @param <T> what they are
    /// @param sentence what is so if it is so of each
    /// @param things the things
    /// @param holds whether it is so of one
    /// @param expected what was expected of the first of which it is not
    /// @param seen what was seen of it
    public <T> void each(
            String sentence,
            Collection<T> things,
            Predicate<? super T> holds,
            Function<? super T, ?> expected,
            Function<? super T, ?> seen) {
        Optional<T> against = things.stream().filter(holds.negate()).findFirst();
        that(
                sentence,
                against.isEmpty(),
                against.<Object>map(expected).orElse(""),
                against.<Object>map(seen).orElse(""));
    }

    /// Claims that something took as long as was expected: exactly in virtual time; on a real clock not less, and not
    /// much more.
    ///
    /// @param sentence what is so if it did
    /// @param expected how long it was expected to take
    /// @param seen how long it took
    /// @param waits how many waits it was made of, each of which may end late
    public void lasted(String sentence, Duration expected, Duration seen, int waits) {
        Duration tolerance = recording.slack().multipliedBy(waits);
        that(
                tolerance.isZero() ? sentence : sentence + " Tolerance: " + Seconds.show(tolerance) + ".",
                isAbout(expected, seen, waits),
                about(expected, waits),
                Seconds.show(seen));
    }

    /// Tells whether a time is as was expected; see [#lasted(String, Duration, Duration, int)].
    ///
    /// @param expected the time expected
    /// @param seen the time seen
    /// @param waits how many waits may have ended late
    /// @return whether it is
    public boolean isAbout(Duration expected, Duration seen, int waits) {
        Duration over = seen.minus(expected);
        return !over.isNegative() && over.compareTo(recording.slack().multipliedBy(waits)) <= 0;
    }

    /// Shows a time that is expected, and the tolerance if there is one.
    ///
    /// @param expected the time expected
    /// @param waits how many waits may end late
    /// @return such as `1.250 s` or `1.250 s to 1.500 s`
    public String about(Duration expected, int waits) {
        Duration most = expected.plus(recording.slack().multipliedBy(waits));
        return Seconds.show(expected) + (most.equals(expected) ? "" : " to " + Seconds.show(most));
    }

    /// Finds the one generator with a name, and claims that there is one.
    ///
    /// @param name the name, as in `generator(name, body)`
    /// @return its trace
    public Trace generator(String name) {
        return generators(name, 1).getFirst();
    }

    /// Finds the generators with a name, and claims that there are so many.
    ///
    /// @param name the name, as in `generator(name, body)`
    /// @param count how many
    /// @return their traces
    public List<Trace> generators(String name, int count) {
        List<Trace> all = recording.generators();
        List<Trace> named =
                all.stream().filter(trace -> trace.name().equals(name)).toList();
        if (named.size() != count) {
            String times = count == 1 ? "one time" : count + " times";
            that(
                    "A generator named \"" + name + "\" was read, " + times + ".",
                    false,
                    times + " " + name,
                    all.isEmpty() ? "no generator read" : names(all) + " read");
        }
        return named;
    }

    private static String names(List<Trace> traces) {
        return String.join(", ", traces.stream().map(Trace::name).toList());
    }
}
