package dev.weft.differential;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.Async;
import dev.weft.mutants.InMemoryCompiler;
import dev.weft.mutants.Mutant;
import dev.weft.mutants.WeftCopy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Mistakes of a compiler that the bodies must notice: each is planted in the engine, and at least one body must
/// differ, out of those that its mutant calls likely to.
class MutantsSpec {

    private static final InMemoryCompiler COMPILER = InMemoryCompiler.javac(Async.class, NullMarked.class);
    private static final int LONGEST = 60; // seconds: a mistake may make a body run forever

    static List<Mutant> mutants() {
        return Mutant.readAll(Path.of("src/test/resources/mutants"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void areNoticed(Mutant mutant) throws Exception {
        assumeTrue(Engine.compiles());

        Optional<String> difference = firstDifference(mutant);

        assertThat(difference).as("what notices: " + mutant).isPresent();
        System.out.println("| " + mutant + " | "
                + difference.orElseThrow().lines().findFirst().orElseThrow() + " |");
    }

    @Test
    void areNoticedBecauseTheEngineItselfPasses() throws Exception {
        List<String> likely =
                mutants().stream().flatMap(mutant -> mutant.likely().stream()).toList();

        Optional<String> difference = firstDifference(new Mutant("none", likely, List.of()));

        assertThat(difference).isEmpty();
    }

    @Test
    void areMany() {
        assertThat(mutants()).hasSizeGreaterThanOrEqualTo(12);
    }

    private static Optional<String> firstDifference(Mutant mutant) throws Exception {
        Map<String, byte[]> changed = mutant.edits().isEmpty() ? Map.of() : mutant.classes(COMPILER);
        List<String> names = Stream.concat(Samples.all(), Samples.slow())
                .map(Sample::name)
                .filter(name -> mutant.likely().stream().anyMatch(name::startsWith))
                .toList();
        var answer = new CompletableFuture<Optional<String>>();
        Thread.ofPlatform().daemon().start(() -> answer.completeAsync(() -> run(changed, names), Runnable::run));
        try {
            return answer.get(LONGEST, SECONDS);
        } catch (TimeoutException e) {
            return Optional.of("a body that never ends");
        }
    }

    @SuppressWarnings("unchecked") // it is a FirstDifference, of another class loader
    private static Optional<String> run(Map<String, byte[]> changed, List<String> names) {
        try {
            return ((Function<List<String>, Optional<String>>) new WeftCopy(changed).make(FirstDifference.class))
                    .apply(names);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
