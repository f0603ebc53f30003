/// Metrics of Weft for Micrometer, and contexts carried to its threads.
///
/// Everything is a static method of one class.
@NullMarked
package dev.weft.micrometer;

import org.jspecify.annotations.NullMarked;
