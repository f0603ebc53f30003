package dev.weft.differential;

import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// One thing that a consumer does to a generator.
///
/// @param verb what
/// @param argument with what; empty if with nothing
record Op(Verb verb, String argument) {

    /// What consumers can do.
    enum Verb {
        /// Takes the next element.
        NEXT,
        /// Takes the next element or a default.
        DEFAULT,
        /// Sends a number or a text, if the body is a dialogue; else takes the next element.
        SEND,
        /// Throws something in.
        THROW,
        /// Closes.
        CLOSE,
        /// Awaits `aclose()`.
        ACLOSE,
        /// Takes elements to the end.
        DRAIN,
        /// Sends 1, 2, 3 and so on to the end.
        SENDALL,
        /// A `for` loop, which is left after some elements if a number is given.
        FOR,
        /// `each`, whose action throws at some element if a number is given. Pushes if the generator is fresh.
        EACH,
        /// What `each` does, pulled step by step.
        PULL,
        /// Asks for the result.
        RESULT,
        /// Awaits one step twice.
        TWICE,
        /// Interrupts the consumer's thread.
        INTERRUPT,
        /// Leaves the loop over the first elements of an operator.
        TAKE
    }

    private static final Map<String, Supplier<Throwable>> THROWABLES = Map.of(
            "io", () -> new IOException("in"),
            "state", () -> new IllegalStateException("in"),
            "argument", () -> new IllegalArgumentException("in"),
            "arithmetic", () -> new ArithmeticException("in"),
            "error", () -> new AssertionError("in"),
            "exit", GeneratorExit::new,
            "stop", StopAsyncIteration::new,
            "interrupted", () -> new InterruptedException("in"),
            "throwable", () -> new Throwable("in"),
            "cause", () -> new RuntimeException("in", new IOException("deeper")));

    static Op parse(String text) {
        int bracket = text.indexOf('(');
        String verb = bracket < 0 ? text : text.substring(0, bracket);
        String argument = bracket < 0 ? "" : text.substring(bracket + 1, text.length() - 1);
        return new Op(Verb.valueOf(verb.toUpperCase(Locale.ROOT)), argument);
    }

    /// The names of what can be thrown.
    static List<String> throwables() {
        return THROWABLES.keySet().stream().sorted().toList();
    }

    /// What to throw in.
    Throwable throwable() {
        return THROWABLES.get(argument).get();
    }

    /// What to send.
    Object value() {
        if (argument.equals("null")) {
            return null;
        }
        return argument.matches("-?\\d+") ? (Object) Integer.valueOf(argument) : argument;
    }

    /// A number, or that much if there is none.
    int count(int otherwise) {
        return argument.isEmpty() ? otherwise : Integer.parseInt(argument);
    }

    @Override
    public String toString() {
        String name = verb.name().toLowerCase(Locale.ROOT);
        return argument.isEmpty() ? name : name + "(" + argument + ")";
    }
}
