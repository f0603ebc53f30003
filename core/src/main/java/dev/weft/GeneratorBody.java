package dev.weft;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// The body of a generator: a lambda that yields.
///
/// Serializable, so that an engine can find its code. The body may run on the consumer's thread or on one of its own;
/// no program can tell by the order of events (W9), so a body does not rely on thread-local variables, nor on scoped
/// values of its consumer.
///
/// - **Source**: PEP 525, "Asynchronous Generators".
///
/// @param <T> the type of the elements
@FunctionalInterface
public interface GeneratorBody<T extends @Nullable Object> extends Serializable {

    /// Produces the elements; returning ends the iteration.
    ///
    /// @param y what to yield with
    /// @throws Exception whatever goes wrong; it reaches the consumer as the same instance
    void run(Yielder<T> y) throws Exception;
}
