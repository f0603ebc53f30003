package dev.weft.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.GeneratorStateException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// The reason with which a generator refuses what is asked of it.
final class Refusal {

    private Refusal() {}

    /// Runs code that must be refused.
    static GeneratorStateException.Reason of(ThrowingCallable code) {
        return reasonOf(catchThrowable(code));
    }

    static GeneratorStateException.Reason reasonOf(Throwable error) {
        assertThat(error).isInstanceOf(GeneratorStateException.class);
        return ((GeneratorStateException) error).reason();
    }
}
