package dev.weft.differential;

import java.io.IOException;

/// What random bodies are written in: more members for them to use, which they inherit from another package.
public abstract class DrawnHost extends Host {

    /// A field of two slots.
    protected long wide = 3;

    /// Another one.
    protected double real = 0.5;

    /// A field of any type.
    protected Object held = "held";

    /// An array.
    protected int[] ints = {1, 2, 3, 4};

    /// Makes a host with an empty trace.
    protected DrawnHost() {}

    /// Makes the body that this is a host of.
    ///
    /// @return a [dev.weft.GeneratorBody] or a [dev.weft.DialogueBody]
    public abstract Object body();

    /// Gives what it gets.
    ///
    /// @param <T> the type
    /// @param value a value
    /// @return the value
    protected static <T> T same(T value) {
        return value;
    }

    /// Fails now and then.
    ///
    /// @param number a number on which it depends
    /// @throws IOException if the number says so
    protected final void mayFail(int number) throws IOException {
        if (number % 5 == 3) {
            throw new IOException("may fail: " + number);
        }
    }
}
