package dev.weft.planted;

final class HasAMutableStatic {
    static int counter;

    private HasAMutableStatic() {}
}
