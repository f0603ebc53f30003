package dev.weft.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Makes a [OneAtATime] of a lambda: finds what makes it by the lambda's class, and calls that with what the lambda has
/// captured. This is the plain way to do it if a user writes a lambda and the code that runs in its place is made at
/// run time.
final class MadeOfLambda {

    /// Stands for a body that has captured a number.
    @FunctionalInterface
    interface Body {

        int captured();
    }

    private static final ClassValue<MethodHandle> FACTORIES = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            try {
                MethodHandle factory = lookup.findConstructor(
                        OneAtATime.class, MethodType.methodType(void.class, int.class, int.class));
                MethodHandle captured = lookup.findVirtual(Body.class, "captured", MethodType.methodType(int.class));
                return MethodHandles.filterArguments(
                        MethodHandles.insertArguments(factory, 1, Integer.MAX_VALUE),
                        0,
                        captured.asType(MethodType.methodType(int.class, Object.class)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    private MadeOfLambda() {}

    static OneAtATime from(Body body) {
        try {
            return (OneAtATime) FACTORIES.get(body.getClass()).invokeExact((Object) body);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
