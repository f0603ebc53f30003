package dev.weft.spec.compiled;

import static dev.weft.spec.compiled.Compiled.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.GeneratorBody;
import dev.weft.GeneratorExit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `try`, `catch` and `finally` around and between yields.
class HandlersSpec {

    private final List<Object> notes = new ArrayList<>();

    private AutoCloseable resource(String name) {
        return () -> notes.add(name + " closed");
    }

    @Test
    void aYieldMayStandInEachPartOfATry() throws Exception {
        var read = read(y -> {
            try {
                y.yield("try");
                throw new IOException("x");
            } catch (IOException e) {
                y.yield("catch " + e.getMessage());
            } finally {
                y.yield("finally");
            }
            y.yield("after");
        });

        assertThat(read).containsExactly("try", "catch x", "finally", "after");
    }

    @Test
    void triesMayBeNested() throws Exception {
        var read = read(y -> {
            int level = 0;
            try {
                level++;
                try {
                    level++;
                    y.yield("in " + level);
                    throw new IllegalStateException("inner");
                } finally {
                    y.yield("inner finally " + level);
                    level = 10;
                }
            } catch (IllegalStateException e) {
                y.yield(e.getMessage() + level);
                try {
                    throw new IOException("again", e);
                } catch (IOException io) {
                    y.yield(io.getCause() == e);
                }
            } finally {
                level++;
                y.yield("outer finally " + level);
            }
        });

        assertThat(read).containsExactly("in 2", "inner finally 2", "inner10", true, "outer finally 11");
    }

    @Test
    void aReturnRunsTheFinallyBlocks() throws Exception {
        var read = read(y -> {
            for (int i = 0; ; i++) {
                try {
                    y.yield(i);
                    if (i == 1) {
                        return;
                    }
                } finally {
                    y.yield("finally " + i);
                }
            }
        });

        assertThat(read).containsExactly(0, "finally 0", 1, "finally 1");
    }

    @Test
    @SuppressWarnings("finally")
    void aBreakInAFinallyReplacesTheReturn() throws Exception {
        var read = read(y -> {
            while (true) {
                try {
                    y.yield(1);
                    return;
                } finally {
                    y.yield(2);
                    break;
                }
            }
            y.yield(3);
        });

        assertThat(read).containsExactly(1, 2, 3);
    }

    @Test
    void resourcesOfATryAreClosedInTheReverseOrder() throws Exception {
        var read = read(y -> {
            try (var first = resource("first");
                    var second = resource("second")) {
                y.yield(first != second);
                y.yield(notes.size());
            }
            y.yield(notes.size());
        });

        assertThat(read).containsExactly(true, 0, 2);
        assertThat(notes).containsExactly("second closed", "first closed");
    }

    @Test
    void whatIsThrownInMeetsTheHandlerAtTheYield() throws Exception {
        GeneratorBody<String> body = y -> {
            String state = "before";
            try {
                y.yield(state);
                state = "not reached";
            } catch (IllegalStateException e) {
                y.yield(e.getMessage() + " " + state);
            }
        };

        String answer = Async.run(Compiled.ALONE, () -> {
            try (AsyncGenerator<String> generator = Async.generator(body)) {
                generator.anext().await();
                return generator.athrow(new IllegalStateException("thrown in")).await();
            }
        });

        assertThat(answer).isEqualTo("thrown in before");
    }

    @Test
    void whatIsThrownInAndNotCaughtComesOutAsItIs() throws Exception {
        var failure = new IOException("thrown in");
        GeneratorBody<String> body = y -> {
            try {
                y.yield("first");
            } catch (IllegalStateException other) {
                notes.add("wrong handler");
            } finally {
                notes.add("finally");
            }
        };

        Throwable out = Async.run(Compiled.ALONE, () -> {
            AsyncGenerator<String> generator = Async.generator(body);
            generator.anext().await();
            return catchThrowable(generator.athrow(failure)::await);
        });

        assertThat(out).isSameAs(failure);
        assertThat(notes).containsExactly("finally");
    }

    @Test
    void aCloseThrowsAnExitThatACatchOfExceptionsLetsPass() throws Exception {
        GeneratorBody<String> body = y -> {
            try {
                y.yield("first");
            } catch (Exception e) {
                notes.add("wrong handler");
            } catch (Error e) {
                notes.add(e.getClass());
                throw e;
            }
        };

        Async.run(Compiled.ALONE, () -> {
            AsyncGenerator<String> generator = Async.generator(body);
            generator.anext().await();
            generator.close();
        });

        assertThat(notes).containsExactly(GeneratorExit.class);
    }

    @Test
    void aVariableThatOnlyAHandlerReadsIsThere() throws Exception {
        var read = read(y -> {
            String kept = "kept";
            int step = 1;
            try {
                y.yield(1);
                step = 2;
                y.yield(2);
                step = 3;
                throw new IOException();
            } catch (IOException e) {
                y.yield(kept + step);
            }
        });

        assertThat(read).containsExactly(1, 2, "kept3");
    }

    @Test
    void aCatchOfSeveralTypesKeepsWhatItCaught() throws Exception {
        var read = read(y -> {
            for (int i = 0; i < 3; i++) {
                Exception kept = null;
                try {
                    if (i == 0) {
                        throw new IOException("a");
                    }
                    if (i == 1) {
                        throw new IllegalArgumentException("b");
                    }
                } catch (IOException | IllegalArgumentException e) {
                    kept = e;
                    y.yield(i);
                }
                y.yield(kept == null ? "none" : kept.getMessage());
            }
        });

        assertThat(read).containsExactly(0, "a", 1, "b", "none");
    }
}
