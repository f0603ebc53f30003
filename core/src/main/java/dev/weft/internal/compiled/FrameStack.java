package dev.weft.internal.compiled;

import dev.weft.internal.compiled.LinkedFrame.Request;
import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The coroutine of a body that calls: the frames of its methods, each linked to its caller.
///
/// A resume goes straight to the innermost frame, and its value straight out, so that an element costs the same however
/// deep the recursion is. Calls and returns happen here, in a loop: Java's own stack is never more than one frame deep,
/// and the depth of a recursion is limited by the heap alone.
///
/// Invariant: between resumes `innermost` is the frame that stopped, and each frame below it stopped at a call.
final class FrameStack implements Coroutine {

    private final Body body;
    private final boolean mustBeClosed;
    private LinkedFrame innermost;
    private boolean uses; // whether the body has tied a resource to itself
    private @Nullable Object result;

    FrameStack(Body body, LinkedFrame outermost) {
        this.body = body;
        mustBeClosed = outermost.mustBeClosed();
        innermost = outermost;
    }

    @Override
    public @Nullable Object resume(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        @Nullable Object in = sent;
        @Nullable Throwable failure = thrown;
        while (true) {
            LinkedFrame frame = innermost;
            @Nullable Object out;
            try {
                out = frame.resume(in, failure);
            } catch (Throwable t) {
                in = null;
                failure = fail(frame, t, thrown);
                continue;
            }
            in = null;
            failure = null;
            if (out instanceof Request request) {
                try {
                    in = serve(request, frame);
                } catch (Throwable refused) {
                    failure = refused;
                }
            } else if (!isEnd(out)) {
                return out;
            } else if (frame.caller == null) {
                return end(frame);
            } else {
                innermost = frame.caller;
                in = frame.take();
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // it is one object
    private static boolean isEnd(@Nullable Object out) {
        return out == END;
    }

    private @Nullable Object serve(Request request, LinkedFrame frame) {
        Object argument = frame.take();
        switch (request) {
            case CALL -> call(argument instanceof Body.Part part ? new CalledCoroutine(body.part(part)) : argument);
            case YIELD_ALL -> call(new CalledCoroutine(body.yieldAll(argument)));
            case USE -> {
                uses = true;
                return body.use((AutoCloseable) argument);
            }
        }
        return null;
    }

    private void call(@Nullable Object callee) {
        LinkedFrame called = (LinkedFrame) Objects.requireNonNull(callee);
        called.caller = innermost;
        innermost = called;
    }

    private Object end(LinkedFrame outermost) throws Throwable {
        result = outermost.take();
        if (uses) {
            Throwable failure = body.ended(null);
            if (failure != null) {
                throw failure;
            }
        }
        return END;
    }

    /// Takes off a frame that has let out `failure`. Returns what to throw into its caller; throws it if there is none.
    @SuppressWarnings("ReferenceEquality") // the very object that was thrown in, not one like it
    private Throwable fail(LinkedFrame frame, Throwable failure, @Nullable Throwable thrownIn) throws Throwable {
        LinkedFrame caller = frame.caller;
        if (caller == null) {
            Throwable instead = uses ? body.ended(failure) : failure;
            throw instead == null ? failure : instead;
        }
        if (failure != thrownIn) {
            StackTraces.complete(failure, frame);
        }
        innermost = caller;
        return failure;
    }

    @Override
    public @Nullable Object result() {
        return result;
    }

    @Override
    public String name() {
        return body.name();
    }

    @Override
    public boolean inline() {
        return !(innermost instanceof CalledCoroutine called) || called.runsInline();
    }

    @Override
    public boolean mustBeClosed() {
        return mustBeClosed;
    }

    @Override
    public boolean unwinds() {
        if (!mustBeClosed) {
            return false;
        }
        if (uses) {
            return true;
        }
        for (LinkedFrame frame = innermost; frame != null; frame = frame.caller) {
            if (frame.unwinds()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public StackTraceElement written(StackTraceElement frame) {
        return innermost.written(frame);
    }

    @Override
    public void abandon() {
        for (LinkedFrame frame = innermost; frame != null; frame = frame.caller) {
            frame.abandon();
        }
    }
}
