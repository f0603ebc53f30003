package dev.weft;

/// A buffer was full, and its policy was [Overflow#FAIL].
public final class OverflowException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /// Makes an exception.
    ///
    /// @param message which buffer was full, and what helps
    public OverflowException(String message) {
        super(message);
    }

    /// The exception of a buffer that takes `capacity` elements.
    static OverflowException of(String buffer, int capacity) {
        return new OverflowException(buffer + " is full with " + capacity + " elements; take them faster, or give it"
                + " more capacity or another Overflow");
    }
}
