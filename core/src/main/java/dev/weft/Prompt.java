package dev.weft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An awaitable of which it may be known that it ends soon and waits for nothing.
///
/// If all that is gathered is so, it runs in turn, on the thread that gathers: tasks would cost many times as much and
/// end no earlier. Not so where somebody watches, who would miss the tasks, nor on an interrupted thread, which is to
/// notice that.
interface Prompt<T extends @Nullable Object> extends Awaitable<T> {

    /// More are not compared with each other.
    int MOST = 64;

    /// Whether it ends soon and waits for nothing, if it is awaited now.
    boolean isPrompt();

    /// Whether what is prompt may run on the calling thread in place of tasks.
    static boolean isAllowed() {
        return Context.current().isPlain() && !Thread.currentThread().isInterrupted();
    }

    /// Whether all of them may run in turn, on the calling thread.
    static boolean areAll(List<? extends Awaitable<?>> awaitables) {
        int count = awaitables.size();
        if (count == 0 || count > MOST) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!(awaitables.get(i) instanceof Prompt<?> prompt) || !prompt.isPrompt() || isRepeated(awaitables, i)) {
                return false;
            }
        }
        return isAllowed();
    }

    @SuppressWarnings("ReferenceEquality") // the same object twice is one child
    private static boolean isRepeated(List<?> objects, int last) {
        for (int i = 0; i < last; i++) {
            if (objects.get(i) == objects.get(last)) {
                return true;
            }
        }
        return false;
    }

    /// Runs all in turn, and so to the same end as tasks: each is begun, the first failure is thrown, and it keeps the
    /// others.
    static <T extends @Nullable Object> List<T> inTurn(List<? extends Awaitable<? extends T>> awaitables)
            throws Exception {
        var values = new ArrayList<T>(awaitables.size());
        @Nullable Throwable first = null;
        for (Awaitable<? extends T> awaitable : awaitables) {
            try {
                values.add(awaitable.await());
            } catch (Throwable failure) {
                Throwable wrong = first == null ? failure : Throw.besidesCancellation(failure);
                first = wrong == null ? first : Throw.both(first, wrong);
            }
        }
        if (first != null) {
            throw Throw.unchecked(first);
        }
        return values;
    }
}
