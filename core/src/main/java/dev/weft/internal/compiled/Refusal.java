package dev.weft.internal.compiled;

/// Says why a body cannot be compiled: one clause for people, with file, line and a way out where there is one.
///
/// A control transfer inside this package; [BodyLink] catches every one. Has no stack trace.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
