package dev.weft.challenges;

import dev.weft.challenges.stage.Attempt;
import dev.weft.challenges.stage.Audience;
import dev.weft.challenges.stage.Claim;
import dev.weft.challenges.stage.Line;
import dev.weft.challenges.stage.Moment;
import dev.weft.challenges.stage.Pace;
import dev.weft.challenges.stage.Performance;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Proof;
import dev.weft.challenges.stage.Recorded;
import dev.weft.challenges.stage.Recording;
import dev.weft.challenges.stage.Slow;
import dev.weft.challenges.stage.Span;
import dev.weft.challenges.stage.Verdict;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// Puts programs to the proofs of challenges, in virtual time and before nobody.
final class Trial {

    static final long SEED = 42;
    private static final Audience NOBODY = line -> {};

    private Trial() {}

    static Recording record(Program program) {
        return record(program, Pace.virtual(), SEED);
    }

    static Recording record(Program program, Pace pace, long seed) {
        return new Performance(program, pace, seed, NOBODY).play();
    }

    /// Returns the claim that a program fails, or what the verdict is if it fails none.
    static String refuted(Challenge challenge, Program program) {
        return refuted(challenge, record(program));
    }

    static String refuted(Challenge challenge, Recording recording) {
        Verdict verdict = Proof.of(recording, challenge.proof());
        return verdict.claims().stream()
                .filter(claim -> !claim.holds())
                .map(Claim::sentence)
                .findFirst()
                .orElse(verdict.isProved() ? "PROVED" : "NOTHING CLAIMED");
    }

    static boolean isProved(Challenge challenge, Pace pace, long seed) {
        return Proof.of(record(challenge.solution(), pace, seed), challenge.proof())
                .isProved();
    }

    /// What would have been recorded by a clock that is late: by one part in fifty, and a little more at every event.
    static Recording late(Recording exact, Duration slack) {
        UnaryOperator<Moment> late = moment -> new Moment(
                moment.order(), moment.time().multipliedBy(51).dividedBy(50).plusNanos(50_000 * moment.order()));
        UnaryOperator<Span> lateSpan = span -> new Span(late.apply(span.began()), late.apply(span.ended()));
        return new Recording(
                exact.events().stream()
                        .map(recorded -> new Recorded(late.apply(recorded.at()), recorded.event()))
                        .toList(),
                exact.lines().stream()
                        .map(line -> new Line(late.apply(line.at()), line.text()))
                        .toList(),
                exact.slow().stream()
                        .map(slow -> new Slow(
                                slow.name(),
                                slow.takes(),
                                slow.awaited().stream().map(lateSpan).toList()))
                        .toList(),
                exact.attempts().stream()
                        .map(attempt -> new Attempt(attempt.name(), lateSpan.apply(attempt.span()), attempt.outcome()))
                        .toList(),
                exact.late(),
                exact.failure(),
                slack);
    }
}
