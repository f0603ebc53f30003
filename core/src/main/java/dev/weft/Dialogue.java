package dev.weft;

import org.jspecify.annotations.Nullable;

/// A generator that is also spoken to, and that ends with a result. Made by [Async#dialogue(DialogueBody)].
///
/// {@snippet class=dev.weft.spec.Snippets region=dialogue}
///
/// - **Source**: PEP 525, `asend`; PEP 380 and PEP 828 for the result.
///
/// @param <T> the type of the elements
/// @param <S> the type of the values sent in
/// @param <R> the type of the result
public sealed interface Dialogue<T extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
        extends AsyncGenerator<T> permits Generator {

    /// Describes the step that makes the body's `yield` return `value` and runs on to the next one.
    ///
    /// As [#anext()], which sends `null`. Sending anything else before the first step fails with a
    /// [GeneratorStateException], reason `NOT_STARTED`, and changes nothing. After the end the value is dropped.
    ///
    /// - **Source**: PEP 525, `agen.asend()`.
    ///
    /// @param value what to send
    /// @return the step, to be awaited once
    Awaitable<T> asend(S value);

    /// Returns what the body returned.
    ///
    /// @return the result
    /// @throws IllegalStateException if the body has not ended, or did not end by returning
    R result();
}
