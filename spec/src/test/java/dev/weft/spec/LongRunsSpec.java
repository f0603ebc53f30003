package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Operators work in a loop: ready elements and sources in any number neither grow the stack nor the memory.
class LongRunsSpec {

    private static final int MANY = 1_000_000;
    private static final int MANY_SOURCES = 100_000;
    private static final int DEEP = 10_000; // a stack that grew would have overflowed

    /// Reads to the end and counts.
    private static long count(Drive drive, AsyncGenerator<?> generator) throws Exception {
        long[] count = {0};
        drive.read(generator, element -> count[0]++);
        return count[0];
    }

    @EachDrive
    void aMillionInnerSourcesOfOneElement(Drive drive) throws Exception {
        assertThat(count(drive, range(0, MANY).flatMap(number -> of(number)))).isEqualTo(MANY);
    }

    @EachDrive
    void manyEmptyInnerSourcesInARow(Drive drive) throws Exception {
        assertThat(count(drive, range(0, MANY_SOURCES).flatMap(number -> of()))).isZero();
    }

    @EachDrive
    void oneInnerSourceOfAMillionElements(Drive drive) throws Exception {
        assertThat(count(drive, of(0).flatMap(number -> range(0, MANY)))).isEqualTo(MANY);
    }

    @EachDrive
    void manySourcesOneAfterTheOther(Drive drive) throws Exception {
        AsyncGenerator<?>[] sources =
                Stream.generate(() -> of(1)).limit(MANY_SOURCES).toArray(AsyncGenerator<?>[]::new);

        assertThat(count(drive, concat(sources))).isEqualTo(MANY_SOURCES);
    }

    @EachDrive
    void manyEmptySourcesOneAfterTheOther(Drive drive) throws Exception {
        AsyncGenerator<?>[] sources =
                Stream.generate(() -> of()).limit(MANY_SOURCES).toArray(AsyncGenerator<?>[]::new);

        assertThat(count(drive, concat(sources))).isZero();
    }

    @EachDrive
    void manyRounds(Drive drive) throws Exception {
        AsyncIterable<Integer> one = () -> of(1);

        assertThat(count(drive, one.repeat(MANY_SOURCES))).isEqualTo(MANY_SOURCES);
    }

    @EachDrive
    void manyRoundsOfNothing(Drive drive) throws Exception {
        AsyncIterable<Integer> none = () -> of();

        assertThat(count(drive, none.repeat(DEEP))).isZero();
    }

    @EachDrive
    void manyElementsThatAreLeftOutInARow(Drive drive) throws Exception {
        var left = range(0, MANY_SOURCES)
                .dropWhile(number -> number < MANY_SOURCES / 2)
                .distinctUntilChangedBy(number -> 0)
                .drop(1)
                .mapNotNull(number -> (Integer) null);

        assertThat(count(drive, left)).isZero();
    }

    @EachDrive
    void aWindowKeepsNoMoreThanItsElements(Drive drive) throws Exception {
        var windows = range(0, MANY_SOURCES)
                .sliding(3)
                .pairwise()
                .chunked(2)
                .takeLast(1)
                .flatMap(chunk -> chunk);

        assertThat(count(drive, windows)).isEqualTo(1);
    }

    @Test
    void aChainThatIsTooDeepForTheStackFailsInPlaceOfWaitingForEver() throws Exception {
        AsyncGenerator<Integer> chain = Stream.iterate(of(0), inner -> inner.concatWith(0))
                .skip(DEEP)
                .findFirst()
                .orElseThrow();
        var failure = new AtomicReference<Throwable>();
        Thread reader = Thread.ofPlatform()
                .daemon()
                .start(() -> failure.set(catchThrowable(() -> chain.iterator().forEachRemaining(_ -> {}))));

        boolean over = reader.join(Duration.ofSeconds(20));

        assertThat(over).isTrue();
        assertThat(failure.get()).isInstanceOf(StackOverflowError.class);
    }
}
