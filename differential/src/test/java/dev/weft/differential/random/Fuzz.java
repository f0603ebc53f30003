package dev.weft.differential.random;

import dev.weft.Explanation;
import dev.weft.differential.Comparison;
import dev.weft.differential.Compiler;
import dev.weft.differential.Sample;
import dev.weft.differential.Script;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Runs the bodies of many seeds on each engine, and finds those that differ.
final class Fuzz {

    private static final int BATCH = 50;
    private static final int BETWEEN_LINES = 1_000;

    /// A body that differs.
    ///
    /// @param body the body
    /// @param script under what
    /// @param text where
    record Difference(RandomBody body, Script script, String text) {
        @Override
        public String toString() {
            return "seed " + body.seed() + ": " + text;
        }
    }

    private final Compiler compiler;
    // All of these are guarded by this.
    private final Coverage coverage = new Coverage();
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> fallbacks = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private long bodies;
    private long comparisons;

    Fuzz(Compiler compiler) {
        this.compiler = compiler;
    }

    /// Runs the bodies of consecutive seeds.
    ///
    /// @param seed the first seed
    /// @param count how many
    void run(long seed, int count) {
        IntStream.range(0, (count + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(i -> LongStream.range(seed + i * BATCH, seed + Math.min((i + 1) * BATCH, count)))
                .forEach(this::runBatch);
    }

    private void runBatch(LongStream seeds) {
        List<RandomBody> bodies = seeds.mapToObj(RandomBody::of)
                .map(body -> compiler == Compiler.ECJ ? body.withoutPatternSwitches() : body)
                .toList();
        Map<RandomBody, Sample> samples = Compiled.all(bodies, compiler);
        for (RandomBody body : bodies) {
            if (samples.containsKey(body)) {
                add(compared(body, samples.get(body)));
            } else {
                refuse(body);
            }
        }
    }

    /// The seed to begin with: a number that was given, or any.
    static long seed() {
        String given = System.getProperty("weft.fuzz.seed", "1");
        long seed = given.equals("any") ? new SecureRandom().nextInt(1_000_000_000) : Long.parseLong(given);
        System.out.println("first seed " + seed);
        return seed;
    }

    private record Result(RandomBody body, Explanation explanation, Optional<Difference> difference) {}

    private static Result compared(RandomBody body, Sample sample) {
        Explanation explanation = sample.explain();
        Optional<Difference> difference = body.scripts().stream()
                .flatMap(script ->
                        Comparison.engines(sample, script).stream().map(text -> new Difference(body, script, text)))
                .findFirst();
        return new Result(body, explanation, difference);
    }

    private synchronized void add(Result result) {
        coverage.add(result.body);
        bodies++;
        comparisons += result.body.scripts().size();
        result.difference.ifPresent(difference -> {
            differences.add(difference);
            System.out.println(difference);
        });
        if (!result.explanation.engine().equals("compiled")) {
            fallbacks.add("seed " + result.body.seed() + ": " + result.explanation);
        }
        if (bodies % BETWEEN_LINES == 0) {
            System.out.println(this);
        }
    }

    private synchronized void refuse(RandomBody body) {
        refused.add("seed " + body.seed());
    }

    /// The bodies that are not Java to the compiler.
    List<String> refused() {
        return refused;
    }

    Compiler compiler() {
        return compiler;
    }

    long bodies() {
        return bodies;
    }

    Coverage coverage() {
        return coverage;
    }

    List<Difference> differences() {
        return differences;
    }

    /// The bodies that were not compiled, and why.
    List<String> fallbacks() {
        return fallbacks;
    }

    long comparisons() {
        return comparisons;
    }

    @Override
    public String toString() {
        return compiler + ": " + bodies + " bodies, " + comparisons + " comparisons, " + differences.size()
                + " different, " + fallbacks.size() + " not on the compiled engine, " + refused.size() + " refused";
    }
}
