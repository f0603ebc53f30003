package dev.weft.differential;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.StopAsyncIteration;
import java.util.List;

/// Does to a generator what a script says, and notes what the generator answers.
final class Driver {

    private static final int MOST = 150; // elements that one operation takes: some bodies never end

    private final AsyncGenerator<Object> generator;
    private final boolean spoken;
    private final Trace trace;

    /// Makes a driver.
    ///
    /// @param generator what to drive
    /// @param spoken whether its body receives what is sent
    /// @param trace where to note what happens
    Driver(AsyncGenerator<Object> generator, boolean spoken, Trace trace) {
        this.generator = generator;
        this.spoken = spoken;
        this.trace = trace;
    }

    /// Runs a script, and at last closes the generator and asks it for one more element.
    void run(Script script) {
        for (Op op : script.ops()) {
            run(op);
        }
        run(new Op(Op.Verb.CLOSE, ""));
        run(new Op(Op.Verb.NEXT, ""));
    }

    private void run(Op op) {
        switch (op.verb()) {
            case NEXT -> step("next", generator.anext());
            case DEFAULT -> step("default", generator.anext("default"));
            case SEND -> step("send", sending(op.value()));
            case THROW -> thrown(op.throwable());
            case CLOSE ->
                note("close", () -> {
                    generator.close();
                    return "closed";
                });
            case ACLOSE ->
                note("aclose", () -> String.valueOf(generator.aclose().await()));
            case DRAIN -> drain(false);
            case SENDALL -> drain(true);
            case FOR -> note("for", () -> loop(op.count(MOST)));
            case EACH -> note("each", () -> each(op.count(0)));
            case PULL -> note("each", () -> pull(op.count(0)));
            case RESULT -> note("result", () -> Trace.show(((Dialogue<?, ?, ?>) generator).result()));
            case TWICE -> {
                Awaitable<Object> step = generator.anext();
                step("once", step);
                step("twice", step);
            }
            case INTERRUPT -> Thread.currentThread().interrupt();
            case TAKE -> note("take", () -> Trace.show(take(op.count(2))));
        }
    }

    @SuppressWarnings("unchecked") // nobody looks at the type of what is sent but the body, which takes any
    private Awaitable<Object> sending(Object value) {
        return spoken ? ((Dialogue<Object, Object, Object>) generator).asend(value) : generator.anext();
    }

    private boolean step(String what, Awaitable<Object> step) {
        return note(what, () -> Trace.show(step.await()));
    }

    private void thrown(Throwable error) {
        note("throw", () -> {
            try {
                return Trace.show(generator.athrow(error).await());
            } catch (Throwable e) {
                trace.add(e == error ? "the one thrown in" : "another one");
                throw e;
            }
        });
    }

    private void drain(boolean sending) {
        for (int i = 0; i < MOST; i++) {
            Object sent = sending && i > 0 ? i : null;
            if (!step("drain", sent == null ? generator.anext() : sending(sent))) {
                return;
            }
        }
    }

    private String loop(int most) {
        int seen = 0;
        for (Object element : generator) {
            trace.add("in for: " + Trace.show(element));
            if (++seen == most) {
                return "left";
            }
        }
        return "at the end";
    }

    private String each(int failAt) throws Exception {
        var seen = new int[1];
        generator.each(element -> accept(element, ++seen[0], failAt));
        return "at the end";
    }

    private String pull(int failAt) throws Exception {
        int seen = 0;
        try (generator) {
            while (true) {
                Object element;
                try {
                    element = generator.anext().await();
                } catch (StopAsyncIteration end) {
                    return "at the end";
                }
                accept(element, ++seen, failAt);
            }
        }
    }

    private void accept(Object element, int seen, int failAt) {
        trace.add("in each: " + Trace.show(element));
        if (seen == failAt || seen == MOST) {
            throw new IllegalCallerException("the consumer fails");
        }
    }

    private List<Object> take(int most) {
        return generator.take(most).toList();
    }

    /// Notes how something ends.
    ///
    /// @return whether it ended well
    private boolean note(String what, Awaitable<String> action) {
        boolean well = false;
        String outcome;
        try {
            outcome = "-> " + action.await();
            well = true;
        } catch (Throwable error) {
            outcome = "!! " + Trace.describe(error);
        }
        trace.add(what + " " + outcome + (Thread.interrupted() ? ", interrupted" : ""));
        return well;
    }
}
