package dev.weft.internal.compiled;

import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call in which the yielder takes part: a place where the frame stops.
///
/// @param position where the call is
/// @param kind what it asks for
/// @param call the call
/// @param before the types before the call
/// @param operands how many operands the call takes, its receiver included
/// @param callee of a [Kind#CALL]: the method that it lands on, or `null` if that depends on the receiver
record Stop(
        int position,
        Kind kind,
        InvokeInstruction call,
        State before,
        int operands,
        @Nullable Callee callee) {

    enum Kind {
        YIELD,
        YIELD_ALL,
        USE,
        CALL
    }

    /// A method to which the yielder is passed.
    ///
    /// @param host the class that declares it
    /// @param name its name
    /// @param descriptor its descriptor
    /// @param yielder which of its parameters is the yielder; `this` counts
    record Callee(HostClass host, String name, String descriptor, int yielder) {

        // Written out: to link those of a record costs the first body of a process milliseconds.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Callee that
                    && host.equals(that.host)
                    && name.equals(that.name)
                    && descriptor.equals(that.descriptor)
                    && yielder == that.yielder;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + descriptor.hashCode()) + yielder;
        }
    }

    /// The operands below those of the call: the frame keeps them while it is stopped.
    List<SlotType> kept() {
        return before.stack.subList(0, before.stack.size() - operands);
    }
}
