package dev.weft.spec;

/// Fails; hides from the compiler that what follows is not reached.
final class Failing {

    private Failing() {}

    static void with(Exception failure) throws Exception {
        throw failure;
    }
}
