/// Weft and Reactor, both ways.
///
/// Everything is a static method of one class. Exceptions pass through as the same instance, both ways.
@NullMarked
package dev.weft.reactor;

import org.jspecify.annotations.NullMarked;
