package dev.weft.internal.compiled;

import org.jspecify.annotations.Nullable;

/// Says that a body cannot be compiled, and why.
///
/// A control transfer inside this package; [BodyLink] catches every one. Has no stack trace.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Makes a refusal.
    ///
    /// @param details what stands in the reason's text in place of each `%s`
    Refusal(Reason reason, @Nullable Object... details) {
        super(reason.text().formatted(details), null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
