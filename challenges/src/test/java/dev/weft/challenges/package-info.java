/// What the challenges promise.
@NullMarked
package dev.weft.challenges;

import org.jspecify.annotations.NullMarked;
