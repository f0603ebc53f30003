package dev.weft.differential;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Dialogue;
import dev.weft.DialogueYielder;
import dev.weft.Yielder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// What bodies are written in: notes what they do, and has members of every kind for them to use.
///
/// A run makes a host of its own, so that what a body changes is not seen by the next run.
public abstract class Host {

    private static final int FUEL = 200;

    private final Trace trace = new Trace();

    /// What a subclass reaches from another package.
    protected int inherited = 7;

    private final List<Object> kept = new ArrayList<>();
    private int ticks;
    private int burnt;

    /// Makes a host with an empty trace.
    protected Host() {}

    /// Returns what happened so far.
    ///
    /// @return the trace to add to
    public final Trace trace() {
        return trace;
    }

    /// Notes what a body does.
    ///
    /// @param what a value to show
    protected final void log(Object what) {
        trace.add("  " + Trace.show(what));
    }

    /// Counts calls, for conditions that change.
    ///
    /// @return how often it was called
    protected final int tick() {
        return ++ticks;
    }

    /// Keeps something from being collected before the run ends, which would show in the trace now and then.
    ///
    /// @param <T> the type
    /// @param value what a body may drop, such as a generator that it does not close
    /// @return the value
    protected final <T> T keep(T value) {
        kept.add(value);
        return value;
    }

    /// Can be overridden.
    ///
    /// @param text any text
    /// @return the text with a mark
    protected String greet(String text) {
        return "host " + text;
    }

    /// Makes a number of what was sent in.
    ///
    /// @param sent an answer, often null
    /// @return the number that it is, or its length, or 4
    protected static int num(Object sent) {
        return switch (sent) {
            case Integer number -> number;
            case Number number -> number.intValue();
            case String text -> text.length();
            case null, default -> 4;
        };
    }

    /// Makes a text of what was sent in.
    ///
    /// @param sent an answer, often null
    /// @return a text
    protected static String str(Object sent) {
        return sent == null ? "nil" : sent instanceof String text ? text : Trace.show(sent);
    }

    /// Takes values of one and of two slots.
    ///
    /// @param a first
    /// @param b second
    /// @param c third
    /// @return a number that depends on all
    protected static int three(int a, long b, double c) {
        return a + (int) (b * 10) + (int) (c * 100);
    }

    /// Takes any number of values.
    ///
    /// @param values the values
    /// @return their texts
    protected static String many(Object... values) {
        var text = new StringBuilder();
        for (Object value : values) {
            text.append(Trace.show(value)).append(';');
        }
        return text.toString();
    }

    /// Calls what it gets.
    ///
    /// @param action what to call
    /// @return its result
    protected static int call(IntSupplier action) {
        return action.getAsInt();
    }

    /// Calls what it gets.
    ///
    /// @param <T> the type of the result
    /// @param action what to call
    /// @return its result
    protected static <T> T get(Supplier<T> action) {
        return action.get();
    }

    /// A source for bodies to read.
    ///
    /// @param count how many elements
    /// @return a generator that notes its end
    protected final AsyncGenerator<Object> source(int count) {
        return keep(Async.generator("source", y -> {
            try {
                for (int i = 0; i < Math.min(count, 3); i++) {
                    y.yield("source " + i);
                }
            } finally {
                log("source ends");
            }
        }));
    }

    /// A dialogue to delegate to.
    ///
    /// @param count how many elements
    /// @return a dialogue that returns what it heard
    protected final Dialogue<Object, Object, Object> talk(int count) {
        return Async.dialogue("talk", y -> {
            String heard = "";
            try {
                for (int i = 0; i < Math.min(count, 3); i++) {
                    heard += str(y.yield("talk " + i));
                }
            } catch (IllegalStateException e) {
                heard += str(y.yield("talk caught"));
            } finally {
                log("talk ends");
            }
            return heard;
        });
    }

    /// Bounds how long a body runs.
    ///
    /// @throws OutOfFuel from some call on
    protected final void burn() {
        if (++burnt > FUEL) {
            throw new OutOfFuel();
        }
    }

    /// What ends a body that runs for too long.
    public static final class OutOfFuel extends Error {
        private static final long serialVersionUID = 1L;

        private OutOfFuel() {
            super("out of fuel");
        }
    }

    /// A helper in another class than the body.
    ///
    /// @param y what to yield with
    /// @param value what to yield
    /// @return what was sent in
    protected final int ask(DialogueYielder<Object, Object> y, Object value) {
        log("ask");
        return num(y.yield(value));
    }

    /// A helper in another class than the body.
    ///
    /// @param y what to yield with
    /// @param value what to yield
    /// @return a number
    protected final int ask(Yielder<Object> y, Object value) {
        log("ask");
        y.yield(value);
        return 4;
    }

    /// A resource that notes its life.
    public final class Res implements AutoCloseable {
        private final String name;

        /// Opens it.
        ///
        /// @param name its name
        public Res(String name) {
            this.name = name;
            log("open " + name);
        }

        /// Returns its name.
        ///
        /// @return the name
        public String name() {
            return name;
        }

        /// Closes it; fails if its name says so.
        @Override
        public void close() {
            log("close " + name);
            if (name.startsWith("bad")) {
                throw new IllegalStateException("cannot close " + name);
            }
        }
    }

    /// A pair, to be built and taken apart.
    ///
    /// @param a a number
    /// @param b any value
    public record Pair(int a, Object b) {
        @Override
        public String toString() {
            return "Pair[" + a + ", " + Trace.show(b) + "]";
        }

        /// Adds up.
        ///
        /// @return a number that depends on both
        public int sum() {
            return a + num(b);
        }
    }

    /// Something of a closed kind.
    public sealed interface Shape {
        /// A square.
        ///
        /// @param side its side
        record Square(int side) implements Shape {}

        /// A circle.
        ///
        /// @param radius its radius
        record Circle(double radius) implements Shape {}

        /// A frame around a shape.
        ///
        /// @param width its width
        /// @param inner what it frames
        record Frame(long width, Shape inner) implements Shape {}
    }

    /// A helper that is found by its object.
    public interface Step {
        /// Yields.
        ///
        /// @param y what to yield with
        /// @param value a number
        /// @return another one
        int step(DialogueYielder<Object, Object> y, int value);

        /// Yields once.
        ///
        /// @param more what to add
        record Plus(int more) implements Step {
            @Override
            public int step(DialogueYielder<Object, Object> y, int value) {
                return more + num(y.yield(value));
            }
        }

        /// Takes another step twice.
        ///
        /// @param inner the step
        record Twice(Step inner) implements Step {
            @Override
            public int step(DialogueYielder<Object, Object> y, int value) {
                try {
                    return inner.step(y, inner.step(y, value) + 1);
                } catch (ArithmeticException e) {
                    return num(y.yield("caught in a step"));
                }
            }
        }
    }

    /// Some constants.
    public enum Color {
        /// The first.
        RED,
        /// The second.
        GREEN,
        /// The last, with a body of its own.
        BLUE {
            @Override
            public int weight() {
                return 30;
            }
        };

        /// Weighs it.
        ///
        /// @return a number
        public int weight() {
            return ordinal() + 1;
        }
    }
}
