/// Runs scenarios, small programs in a neutral language, on Weft, and compares what they print with a reference.
///
/// Built on Weft's public API. A body of a scenario is a real body with real `try`, `catch` and `finally` around its
/// yields; nothing here knows a rule of generators.
@NullMarked
package dev.weft.conformance;

import org.jspecify.annotations.NullMarked;
