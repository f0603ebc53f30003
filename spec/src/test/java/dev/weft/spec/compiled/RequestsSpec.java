package dev.weft.spec.compiled;

import static dev.weft.Async.dialogue;
import static dev.weft.Async.generator;
import static dev.weft.Async.of;
import static dev.weft.spec.compiled.Compiled.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.DialogueYielder;
import dev.weft.Yielder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a body asks of its yielder besides handing out values.
class RequestsSpec {

    private final List<String> notes = new ArrayList<>();

    @Test
    void yieldAllHandsOutWhatAnotherGeneratorHas() throws Exception {
        var read = read(y -> {
            y.yieldAll(of(1, 2));
            y.yield("between");
            Integer result = y.yieldAll(dialogue((DialogueYielder<Object, Object> z) -> {
                z.yield("inner");
                return 42;
            }));
            y.yield(result);
        });

        assertThat(read).containsExactly(1, 2, "between", "inner", 42);
    }

    @Test
    void aFailureOfWhatIsDelegatedToMeetsTheHandlersOfTheBody() throws Exception {
        var read = read(y -> {
            AsyncGenerator<Object> failing = generator(z -> {
                z.yield("inner");
                throw new IOException("of inner");
            });
            try {
                y.yieldAll(failing);
            } catch (Exception e) {
                y.yield("caught " + e.getMessage());
            }
        });

        assertThat(read).containsExactly("inner", "caught of inner");
    }

    @Test
    void resourcesAreClosedWhenTheBodyHasEnded() throws Exception {
        var read = read(y -> {
            AutoCloseable resource = y.use(() -> notes.add("closed"));
            y.yield(resource != null);
            y.yield(notes.size());
        });

        assertThat(read).containsExactly(true, 0);
        assertThat(notes).containsExactly("closed");
    }

    private void using(Yielder<Object> y) {
        y.use(() -> notes.add("closed"));
        y.yield("used");
    }

    @Test
    void resourcesThatAHelperUsesLiveAsLongAsTheBody() throws Exception {
        var read = read(y -> {
            using(y);
            y.yield(notes.size());
        });

        assertThat(read).containsExactly("used", 0);
        assertThat(notes).containsExactly("closed");
    }

    @Test
    void aResourceThatFailsToCloseIsSuppressedInTheFailureOfTheBody() {
        var ofResource = new IOException("of the resource");
        var ofBody = new IOException("of the body");

        Throwable thrown = catchThrowable(() -> read(y -> {
            y.use(() -> {
                throw ofResource;
            });
            y.yield(1);
            throw ofBody;
        }));

        assertThat(thrown).isSameAs(ofBody).hasSuppressedException(ofResource);
    }
}
