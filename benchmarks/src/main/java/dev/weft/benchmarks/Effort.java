package dev.weft.benchmarks;

import java.time.Duration;

/// How much is done to be sure: short iterations in one process or in several, and between two processes of one entry
/// those of all others, so that what disturbs the machine for a while disturbs all alike.
///
/// @param name what the command line calls it, if it can be asked for
/// @param rounds how many processes for each entry
/// @param warmups iterations of each process that do not count
/// @param iterations iterations of each process
/// @param iteration how long each takes
/// @param alive how many generators are alive in chapter E
/// @param race how long chapter I takes
record Effort(String name, int rounds, int warmups, int iterations, Duration iteration, int alive, Duration race) {

    /// A first look: the compiler has not done all that it would.
    static final Effort QUICK = new Effort("quick", 1, 4, 3, Duration.ofMillis(40), 50_000, Duration.ofMillis(500));

    static final Effort FULL = new Effort("full", 3, 8, 15, Duration.ofMillis(100), 200_000, Duration.ofSeconds(5));
}
