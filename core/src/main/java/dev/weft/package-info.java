/// The language of Weft: async generators, awaitables, tasks and the operators over them.
///
/// A producer is a lambda that calls [dev.weft.Yielder#yield(java.lang.Object)]; a consumer reads it with a `for` loop,
/// with [dev.weft.AsyncIterator#anext()], or with an operator. [dev.weft.Async] is the front door.
///
/// **Layers.** This package imports `dev.weft.spi` and nothing else of Weft; engines and runtimes are providers.
///
/// **Memory.** What a consumer did before a step happens before what the body does in it, and what the body did
/// before it yielded or ended happens before the return of the step, on whichever threads they run.
@NullMarked
package dev.weft;

import org.jspecify.annotations.NullMarked;
