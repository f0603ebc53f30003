/// Weft and the publishers of Reactive Streams, both ways.
///
/// Everything is a static method of one class. Exceptions pass through as the same instance, both ways.
@NullMarked
package dev.weft.reactivestreams;

import org.jspecify.annotations.NullMarked;
