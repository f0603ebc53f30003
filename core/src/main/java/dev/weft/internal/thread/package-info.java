/// The engine that gives each body a thread. A provider: it knows `dev.weft.spi` alone, and nobody imports it.
@NullMarked
package dev.weft.internal.thread;

import org.jspecify.annotations.NullMarked;
