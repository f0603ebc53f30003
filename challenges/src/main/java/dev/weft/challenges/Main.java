package dev.weft.challenges;

/// The command line.
public final class Main {

    private Main() {}

    /// Runs it.
    ///
    /// @param args the command and its options
    public static void main(String... args) {
        System.out.println("the challenges come next");
    }
}
