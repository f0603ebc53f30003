/// The test kit: the same library code under a clock that moves only when everybody waits.
///
/// [dev.weft.testkit.VirtualTime] runs a piece of code in virtual time; [dev.weft.testkit.VirtualTimeTest] runs a test
/// method so. Tests may import this package; nothing that ships does.
///
/// **Memory.** One strand of a run executes at a time. What a strand did before it waited happens before what any other
/// strand of the run does after it, so code under test needs no synchronization to be read by the test. What the code
/// did happens before the return of [dev.weft.testkit.Simulation#run(java.util.concurrent.Callable)].
@NullMarked
package dev.weft.testkit;

import org.jspecify.annotations.NullMarked;
