package dev.weft.challenges.stage;

/// What a challenge asks for: some generators, and the code that reads them.
@FunctionalInterface
public interface Program {

    /// Runs the program to its end.
    ///
    /// @param stage where it prints, and where its random numbers come from
    /// @throws Exception what goes wrong
    void run(Stage stage) throws Exception;
}
