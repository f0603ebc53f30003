package dev.weft.spec.recipes;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeExtension;
import dev.weft.testkit.VirtualTimeTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The recipes: closing the generator stops the call, whatever shape the library has.
class RecipesSpec {

    private final List<String> log = new ArrayList<>();

    /// The shapes of libraries, and what closing does to them.
    enum Shape {
        CALLBACK(spec -> Recipes.tokens(new ChatModel(spec.log::add), spec.question), "call cancelled"),
        STREAM(spec -> Recipes.tokens(new ChatClient(spec.log::add), spec.question), "call closed"),
        GRAPH(spec -> Recipes.states(new GraphRun(spec.log::add, spec.question.split(" "))), "run cancelled");

        private final Function<RecipesSpec, AsyncGenerator<String>> recipe;
        private final String closed;

        Shape(Function<RecipesSpec, AsyncGenerator<String>> recipe, String closed) {
            this.recipe = recipe;
            this.closed = closed;
        }
    }

    private String question;

    private AsyncGenerator<String> ask(Shape shape, String asked) {
        question = asked;
        return shape.recipe.apply(this);
    }

    @ParameterizedTest
    @EnumSource
    @ExtendWith(VirtualTimeExtension.class)
    void everythingIsRead(Shape shape) {
        assertThat(ask(shape, "what is Weft").toList()).containsExactly("what", "is", "Weft");
    }

    @ParameterizedTest
    @EnumSource
    @ExtendWith(VirtualTimeExtension.class)
    void nothingIsCalledBeforeTheFirstStep(Shape shape) {
        ask(shape, "what is Weft").close();

        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @ExtendWith(VirtualTimeExtension.class)
    void leavingEarlyStopsTheCall(Shape shape) throws Exception {
        var answer = ask(shape, "what is Weft");

        try (answer) {
            assertThat(answer.anext().await()).isEqualTo("what");
        }

        assertThat(log).endsWith(shape.closed);
    }

    @ParameterizedTest
    @EnumSource
    @ExtendWith(VirtualTimeExtension.class)
    void aFailureComesOut(Shape shape) {
        var answer = ask(shape, "will you fail");

        assertThatIllegalStateException().isThrownBy(answer::toList).withMessageEndingWith("failed");
    }

    @ParameterizedTest
    @EnumSource(names = {"CALLBACK", "GRAPH"})
    @ExtendWith(VirtualTimeExtension.class)
    void cancellingTheReaderStopsTheCall(Shape shape) throws Exception {
        var reader = spawn(ask(shape, "what is Weft")::toList);
        sleep(Duration.ofMillis(150));

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(log).endsWith(shape.closed);
    }

    @VirtualTimeTest
    void aClientThatHidesTheInterruptIsClosedAllTheSame() throws Exception {
        var reader = spawn(ask(Shape.STREAM, "what is Weft")::toList);
        sleep(Duration.ofMillis(150));

        reader.cancel();

        assertThatIllegalStateException().isThrownBy(reader::await).withMessage("interrupted");
        assertThat(log).containsExactly("call opened", "call closed");
    }
}
