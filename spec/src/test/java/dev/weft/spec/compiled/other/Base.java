package dev.weft.spec.compiled.other;

import dev.weft.Yielder;

/// A superclass in another package.
public class Base {

    protected int inherited = 5;

    protected Base() {}

    protected int twice(int number) {
        return 2 * number;
    }

    protected static String shared() {
        return "shared";
    }

    public String name() {
        return "base";
    }

    protected void walk(Yielder<Object> y) {
        y.yield("walked in base");
    }

    void hidden(Yielder<Object> y) {
        y.yield("hidden in base");
    }

    /// Calls the package-private method on any subclass.
    public static void callHidden(Base base, Yielder<Object> y) {
        base.hidden(y);
    }
}
