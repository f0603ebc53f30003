package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.DialogueYielder;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/// What a body has done with must not be kept while it stops. Each of these asks for a collection, which takes its
/// time, and notes whether it was right.
class MemoryBodies extends Host {

    private static boolean isForgotten(WeakReference<?> reference) {
        for (int i = 0; i < 20 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    private static Object fresh() {
        return new Object() {
            @Override
            public String toString() {
                return "fresh";
            }
        };
    }

    GeneratorBody<Object> deadVariables() {
        return y -> {
            Object held = fresh();
            var reference = new WeakReference<>(held);
            y.yield(1);
            log(str(held));
            y.yield(2);
            log(isForgotten(reference));
            y.yield(3);
        };
    }

    GeneratorBody<Object> overwrittenVariables() {
        return y -> {
            Object held = fresh();
            var reference = new WeakReference<>(held);
            y.yield(1);
            log(str(held));
            held = null;
            y.yield(2);
            log(isForgotten(reference));
            y.yield(held);
        };
    }

    DialogueBody<Object, Object, Object> operands() {
        return y -> {
            var references = new WeakReference<?>[1];
            Supplier<Object> make = () -> {
                Object made = fresh();
                references[0] = new WeakReference<>(made);
                return made;
            };
            log(many(make.get(), y.yield(1)));
            y.yield(2);
            return isForgotten(references[0]);
        };
    }

    DialogueBody<Object, Object, Object> endedHelpers() {
        return y -> {
            WeakReference<Object> reference = helper(y);
            y.yield(2);
            return isForgotten(reference);
        };
    }

    private static WeakReference<Object> helper(DialogueYielder<Object, Object> y) {
        Object held = fresh();
        y.yield(1);
        return new WeakReference<>(held);
    }
}
