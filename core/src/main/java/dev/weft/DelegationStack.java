package dev.weft;

import dev.weft.spi.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Bodies that delegate to one another, run as one coroutine: what is sent and thrown goes to the innermost, and its
/// values come out, in one hop however deep the nesting.
///
/// A body delegates by handing out a [Delegation]. The inner generator is taken: nobody else can drive it. When it
/// ends, the body below is resumed with its result or its failure. While closing, the exit is thrown into the innermost
/// body first; when that has ended, the exit goes on to the body below, or the failure of the clean-up does.
///
/// - **Source**: PEP 380, "Formal Semantics"; rule W6. Unlike there, a `GeneratorExit` thrown in by `athrow` is thrown
///   into the innermost body and is no close (S30).
final class DelegationStack implements Coroutine {

    private static final class Level {
        final Coroutine coroutine;
        final @Nullable Delegation request; // null for the outermost body
        int refused;

        Level(Coroutine coroutine, @Nullable Delegation request) {
            this.coroutine = coroutine;
            this.request = request;
        }
    }

    private final Protocol root;
    private final List<Level> levels = new ArrayList<>();
    private final List<Delegation> lending = new ArrayList<>(0); // of bodies that had scopes open when they asked
    private @Nullable GeneratorExit exit; // not null while closing

    DelegationStack(Coroutine outermost, Protocol root) {
        this.root = root;
        levels.add(new Level(outermost, null));
    }

    /// From now on every yield is refused with `exit`.
    void closeWith(GeneratorExit exit) {
        this.exit = exit;
    }

    /// Serves the first delegation.
    @Nullable Object begin(Delegation request) throws Throwable {
        return inForce(null, push(request));
    }

    @Override
    public @Nullable Object resume(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        lending.forEach(Delegation::resumeScopes);
        return inForce(sent, thrown);
    }

    private @Nullable Object inForce(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        try {
            return run(sent, thrown);
        } finally {
            lending.forEach(Delegation::suspendScopes);
        }
    }

    private @Nullable Object run(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        @Nullable Object nextSent = sent;
        @Nullable Throwable nextThrown = thrown;
        while (true) {
            Level top = levels.getLast();
            @Nullable Object out;
            try {
                out = InlineActivation.resume(top(), top.coroutine, nextSent, nextThrown);
            } catch (Throwable thrownOut) {
                Throwable failure = Traces.ofBody(thrownOut, top.coroutine);
                if (levels.size() == 1) {
                    throw failure;
                }
                nextSent = null;
                nextThrown = pop(null, failure);
                continue;
            }
            nextSent = null;
            if (Core.isEnd(out)) {
                if (levels.size() == 1) {
                    return out;
                }
                nextThrown = pop(top.coroutine.result(), null);
            } else if (exit != null && levels.size() > 1) {
                nextThrown = refuse(top, exit);
            } else if (exit == null && out instanceof Delegation request) {
                nextThrown = push(request);
            } else {
                return out;
            }
        }
    }

    /// Puts the inner generator on top. Returns what to throw into the body that asked, if that is impossible.
    private @Nullable Throwable push(Delegation request) {
        Protocol inner = request.inner;
        switch (inner.take(root)) {
            case FRESH, STARTED -> {
                Coroutine coroutine;
                try {
                    coroutine = inner.execution().handOver();
                } catch (Throwable notBegun) {
                    request.answer(null);
                    inner.execution().finish(notBegun, null);
                    inner.endTaken();
                    return inner.execution().asSeenOutside(notBegun);
                }
                top().delegatesTo(inner.execution());
                if (coroutine instanceof DelegationStack nested) {
                    adopt(nested, request);
                } else {
                    levels.add(new Level(coroutine, request));
                }
                if (request.hasScopes()) {
                    lend(request);
                }
            }
            case ENDED -> request.answer(inner.resultOrNull());
            case BUSY -> {
                request.answer(null);
                return GeneratorStateException.inUse(inner.name());
            }
        }
        return null;
    }

    private void adopt(DelegationStack nested, Delegation request) {
        levels.add(new Level(nested.levels.getFirst().coroutine, request));
        levels.addAll(nested.levels.subList(1, nested.levels.size()));
        nested.lending.forEach(this::lend);
    }

    private void lend(Delegation request) {
        lending.add(request);
        request.resumeScopes();
    }

    /// Takes the ended inner generator off. Returns what to throw into the body below, or `null` to let it go on.
    private @Nullable Throwable pop(@Nullable Object result, @Nullable Throwable failure) {
        Level ended = levels.removeLast();
        Delegation request = Objects.requireNonNull(ended.request);
        if (lending.remove(request)) {
            request.suspendScopes();
        }
        top().delegatesTo(null);
        request.answer(result);
        Execution inner = request.inner.execution();
        inner.finish(failure, result);
        request.inner.endTaken();
        if (exit == null) {
            return failure == null ? null : inner.asSeenOutside(failure);
        }
        Throwable error = ExitReport.of(request.inner, failure, ended.refused > 0);
        return error == null ? exit : error;
    }

    /// The innermost body that runs.
    private Execution top() {
        Delegation request = levels.getLast().request;
        return request == null ? root.execution() : request.inner.execution();
    }

    /// Throws the exit again at a yield that answered it, at most as often as a close may.
    private @Nullable Throwable refuse(Level top, GeneratorExit exit) {
        if (++top.refused < Execution.MAX_EXITS) {
            return exit;
        }
        top.coroutine.abandon();
        return pop(null, exit);
    }

    @Override
    public @Nullable Object result() {
        return levels.getFirst().coroutine.result();
    }

    @Override
    public String name() {
        return root.name();
    }

    @Override
    public boolean inline() {
        return levels.getLast().coroutine.inline();
    }

    @Override
    public void abandon() {
        for (Level level : levels) {
            level.coroutine.abandon();
        }
    }
}
