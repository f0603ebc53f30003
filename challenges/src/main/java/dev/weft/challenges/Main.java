package dev.weft.challenges;

import dev.weft.testkit.VirtualTime;

/// The command line.
public final class Main {

    private Main() {}

    /// Runs it.
    ///
    /// @param args the command and its options
    public static void main(String... args) {
        IO.println(VirtualTime.library() + " " + String.join(" ", args));
    }
}
