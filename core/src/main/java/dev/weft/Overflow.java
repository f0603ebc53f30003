package dev.weft;

/// What a full buffer does with one more element.
///
/// Whatever the policy, a buffer holds no more elements than its capacity, and elements keep their order. An element
/// that is dropped never reaches the consumer; [#SUSPEND] drops none.
public enum Overflow {

    /// Makes the producer wait until the consumer has taken an element: back-pressure.
    SUSPEND,

    /// Drops the element that has waited longest and takes the new one: the consumer sees the latest elements.
    DROP_OLDEST,

    /// Drops the new element: the consumer sees the earliest elements.
    DROP_LATEST,

    /// Ends the iteration with an [OverflowException], after the elements that the buffer holds.
    FAIL
}
