package dev.weft;

/// The state of a generator apart from its handle, so that what knows the generator does not keep the handle alive.
final class Seat extends Protocol {

    private final int handleHash;

    Seat(Source source, Generator<?, ?, ?> handle) {
        super(source);
        handleHash = System.identityHashCode(handle);
        envelop(source);
    }

    /// The hash code of every handle of this generator.
    int handleHash() {
        return handleHash;
    }
}
