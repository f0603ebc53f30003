/// Weft and Mutiny, both ways.
///
/// Everything is a static method of one class. Exceptions pass through as the same instance, both ways.
@NullMarked
package dev.weft.mutiny;

import org.jspecify.annotations.NullMarked;
