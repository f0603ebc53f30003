/// The runtime in real time. A provider: it knows `dev.weft.spi` alone, and nobody imports it.
@NullMarked
package dev.weft.internal.realtime;

import org.jspecify.annotations.NullMarked;
