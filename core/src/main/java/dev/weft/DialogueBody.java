package dev.weft;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// The body of a dialogue: a lambda that yields, is answered, and returns a result.
///
/// In all else as [GeneratorBody].
///
/// - **Source**: PEP 525, `asend`; PEP 380, "The result of a generator".
///
/// @param <T> the type of the elements
/// @param <S> the type of the values sent in
/// @param <R> the type of the result
@FunctionalInterface
public interface DialogueBody<T extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
        extends Serializable {

    /// Leads the dialogue; returning ends it.
    ///
    /// @param y what to yield with
    /// @return the result
    /// @throws Exception whatever goes wrong; it reaches the consumer as the same instance
    R run(DialogueYielder<T, S> y) throws Exception;
}
