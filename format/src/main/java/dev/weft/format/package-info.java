/// The formatter of the build. Not part of Weft.
@NullMarked
package dev.weft.format;

import org.jspecify.annotations.NullMarked;
