package dev.weft.internal.compiled;

import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// All that is known of a method when its frame is written: where it stops, and what is alive there.
///
/// Knows one method alone. What it calls is looked at by [Program].
///
/// An object under construction cannot be kept in a field. Where a frame stops between `new` and the constructor, as in
/// `new Point(y.yield(1))`, the `new` is postponed to the constructor call, and the operands that stand for the object
/// are left out until then.
final class Analysis {

    final MethodCode code;
    final int yielder;
    final Simulation types;
    final Liveness liveness;
    final List<Stop> stops;
    private final Map<Integer, BitSet> live = new HashMap<>(); // by the position of a stop
    private final Set<Integer> postponed = new HashSet<>();

    /// @param yielder which parameter is the yielder; `this` counts
    Analysis(MethodCode code, int yielder) {
        this.code = code;
        this.yielder = yielder;
        checkMethod();
        types = new Simulation(code, yielder);
        liveness = new Liveness(code, types);
        stops = types.stops();
        for (Stop stop : stops) {
            note(stop);
        }
        postponePrivateConstructors();
    }

    private void checkMethod() {
        if (code.method.flags().has(AccessFlag.SYNCHRONIZED)) {
            throw new Refusal(Reason.SYNCHRONIZED_METHOD, code.host.describe(code.method));
        }
        int yielders = 0;
        for (MethodCode.Parameter parameter : code.parameters) {
            yielders += Names.isYielder(parameter.type()) ? 1 : 0;
        }
        if (yielders > 1) {
            throw new Refusal(Reason.SEVERAL_YIELDERS, code.host.describe(code.method));
        }
    }

    private void note(Stop stop) {
        BitSet alive = liveness.during(stop.position());
        live.put(stop.position(), alive);
        for (int slot = alive.nextSetBit(0); slot >= 0; slot = alive.nextSetBit(slot + 1)) {
            if (stop.before().locals[slot].kind() == SlotType.Kind.NONE) {
                throw new IllegalStateException("a variable has no known type, " + code.placeOf(stop.position()));
            }
        }
        for (SlotType operand : stop.kept()) {
            if (operand.isUninitialized()) {
                postpone(operand.madeAt());
            }
        }
    }

    /// A private constructor is called through a method handle, which makes the object itself.
    private void postponePrivateConstructors() {
        for (int i = 0; i < code.elements.length; i++) {
            if (code.elements[i] instanceof InvokeInstruction call
                    && types.isReached(i)
                    && call.name().equalsString(ConstantDescs.INIT_NAME)
                    && code.host
                            .members()
                            .isPrivate(
                                    call.owner().asInternalName(),
                                    ConstantDescs.INIT_NAME,
                                    call.type().stringValue())) {
                List<SlotType> stack = types.before(i).stack;
                postpone(stack.get(stack.size() - call.typeSymbol().parameterCount() - 1)
                        .madeAt());
            }
        }
    }

    /// Has the `new` at that position run just before its constructor.
    private void postpone(int newAt) {
        if (types.isShuffled(newAt)) {
            throw new Refusal(Reason.UNFINISHED_MOVED, code.placeOf(newAt));
        }
        postponed.add(newAt);
    }

    boolean isPostponed(int newAt) {
        return postponed.contains(newAt);
    }

    /// Whether an operand stands for an object whose `new` is postponed: it is left out.
    boolean isLeftOut(SlotType operand) {
        return operand.isUninitialized() && postponed.contains(operand.madeAt());
    }

    /// The operands that are really there.
    List<SlotType> present(List<SlotType> operands) {
        return postponed.isEmpty()
                ? operands
                : operands.stream().filter(operand -> !isLeftOut(operand)).toList();
    }

    /// The variables that are alive at a stop.
    BitSet liveAt(Stop stop) {
        return Objects.requireNonNull(live.get(stop.position()));
    }

    /// The states in which an exit runs code of the method.
    BitSet unwinding() {
        var unwinding = new BitSet();
        for (int i = 0; i < stops.size(); i++) {
            if (code.catchesExitAt(stops.get(i).position())) {
                unwinding.set(i + 1);
            }
        }
        return unwinding;
    }

    /// Whether the method does no more with its yielder than yield.
    boolean onlyYields() {
        for (Stop stop : stops) {
            if (stop.kind() != Stop.Kind.YIELD) {
                return false;
            }
        }
        return true;
    }
}
