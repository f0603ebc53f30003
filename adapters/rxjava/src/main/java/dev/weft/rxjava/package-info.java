/// Weft and RxJava, both ways.
///
/// Everything is a static method of one class. Exceptions pass through as the same instance, both ways.
@NullMarked
package dev.weft.rxjava;

import org.jspecify.annotations.NullMarked;
