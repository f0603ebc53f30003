/// The floor of Weft: what a provider implements, and what the language builds on.
///
/// [dev.weft.spi.Engine] and [dev.weft.spi.Coroutine] suspend a body, [dev.weft.spi.Runtime] waits, and
/// [dev.weft.spi.Observer] sees what happens. This package imports nothing of Weft. The package `dev.weft` and the
/// providers import it; a provider imports nothing else of Weft.
@NullMarked
package dev.weft.spi;

import org.jspecify.annotations.NullMarked;
