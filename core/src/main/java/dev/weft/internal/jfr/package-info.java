/// Records what happens in runs with Java Flight Recorder. A provider: it knows `dev.weft.spi` alone, and nobody
/// imports it.
@NullMarked
package dev.weft.internal.jfr;

import org.jspecify.annotations.NullMarked;
