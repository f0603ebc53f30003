package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.GeneratorBody;
import dev.weft.RunOptions;
import dev.weft.Yielder;
import dev.weft.spi.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names: a generator has the one that it was given; an operator is named after what it reads.
class NamesSpec {

    private static AsyncGenerator<Integer> pages() {
        return generator("pages", y -> y.yield(1));
    }

    /// The names of the generators that appear when `numbers` are read.
    private static List<String> names(Drive drive, AsyncGenerator<?> numbers) throws Exception {
        var names = new ArrayList<String>();
        var options = RunOptions.defaults().observer(event -> {
            if (event.kind() == Event.Kind.BODY_STARTED) {
                names.add(event.subject().name());
            }
        });
        run(options, () -> drive.read(numbers, number -> {}));
        return names;
    }

    @EachDrive
    void operatorsAreNamedAfterTheirSource(Drive drive) throws Exception {
        var names = names(drive, pages().map(number -> number).filter(number -> true));

        assertThat(names).containsExactlyInAnyOrder("pages", "pages.map", "pages.map.filter");
    }

    @EachDrive
    void concurrentOperatorsToo(Drive drive) throws Exception {
        var names = names(drive, pages().timeoutEach(ms(5)));

        assertThat(names).containsExactlyInAnyOrder("pages", "pages.timeoutEach");
    }

    @EachDrive
    void ofALongChainTheFirstAndTheLastAreShown(Drive drive) throws Exception {
        var names = names(
                drive,
                pages().map(number -> number)
                        .filter(number -> true)
                        .take(5)
                        .drop(0)
                        .take(4));

        assertThat(names).contains("pages.map.filter.take", "pages.map...drop", "pages.map...take");
    }

    @EachDrive
    void aBodyWithoutANameIsCalledByItsPlace(Drive drive) throws Exception {
        AsyncGenerator<Integer> nameless = generator(y -> y.yield(1));

        var names = names(drive, nameless.map(number -> number));

        assertThat(names)
                .anyMatch(name -> name.matches("generator at NamesSpec\\.java:\\d+"))
                .anyMatch(name -> name.matches("NamesSpec\\.java:\\d+\\.map"));
    }

    private abstract static class Feed {

        abstract void numbers(Yielder<Integer> y);

        AsyncGenerator<Integer> generator() {
            return Async.generator(this::numbers);
        }
    }

    private static class Doubles extends Feed {
        @Override
        void numbers(Yielder<Integer> y) {
            y.yield(2);
            y.yield(4);
        }
    }

    private static final class Halves extends Doubles {
        @Override
        void numbers(Yielder<Integer> y) {
            y.yield(1);
            y.yield(2);
        }
    }

    @Test
    void aNameStaysTheSameWhenTheBodyBegins() throws Exception {
        GeneratorBody<Integer> body = y -> {
            y.yield(1);
            y.yield(2);
        };
        var names = new ArrayList<String>();

        for (AsyncGenerator<Integer> numbers :
                List.of(new Doubles().generator(), new Halves().generator(), generator(body), generator(body::run))) {
            names.add(numbers.toString());
            numbers.anext().await();
            assertThat(numbers).hasToString(names.getLast());
            numbers.close();
        }

        assertThat(names).allMatch(name -> name.matches("generator at NamesSpec\\.java:\\d+"));
        assertThat(names.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(names.get(3)).isEqualTo(names.get(2));
    }

    @EachDrive
    void anOperatorOnSeveralSourcesBeginsANameOfItsOwn(Drive drive) throws Exception {
        var names = names(drive, merge(pages(), pages()).map(number -> number));

        assertThat(names).contains("merge", "merge.map");
    }

    @EachDrive
    void whatReadsNoGeneratorHasItsNameAlone(Drive drive) throws Exception {
        AsyncIterable<Integer> iterable = NamesSpec::pages;

        var names = names(drive, iterable.map(number -> number));

        assertThat(names).containsExactlyInAnyOrder("map", "pages");
    }
}
