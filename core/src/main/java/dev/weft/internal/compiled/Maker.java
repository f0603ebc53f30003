package dev.weft.internal.compiled;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// Makes frames of the bodies of one class.
sealed interface Maker permits Maker.Fixed, Maker.None, LambdaMaker, LambdaCode.Virtual, LambdaCode.OfReceiver {

    /// Makes the frame of a body that has not begun, or returns `null` if that one is refused.
    @Nullable Frame make(Object body);

    /// Tells why that body is refused, or `null` if it is not.
    @Nullable String reason(Object body);

    /// What makes the frames from now on, of all bodies of the class: takes a body and returns its frame. `null` if
    /// that depends on the body.
    default @Nullable MethodHandle settled() {
        return null;
    }

    /// All bodies of the class have the same code.
    ///
    /// @param handle takes the body and returns its frame
    record Fixed(MethodHandle handle) implements Maker {

        @Override
        public Frame make(Object body) {
            try {
                return (Frame) handle.invokeExact(body);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable impossible) {
                throw new AssertionError(impossible);
            }
        }

        @Override
        public MethodHandle settled() {
            return handle;
        }

        @Override
        public @Nullable String reason(Object body) {
            return null;
        }
    }

    /// All are refused, for the same reason.
    record None(String reason) implements Maker {

        @Override
        public @Nullable Frame make(Object body) {
            return null;
        }

        @Override
        public String reason(Object body) {
            return reason;
        }
    }
}
