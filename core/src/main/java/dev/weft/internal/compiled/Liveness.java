package dev.weft.internal.compiled;

import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.BitSet;

/// Finds which variables are alive at each position: whose value may still be read. A frame keeps no others.
///
/// The usual backward analysis, repeated until nothing changes. A variable that a handler reads is alive wherever the
/// handler may take over. Loading the yielder is no read, as nothing is left of it in a frame.
final class Liveness {

    private final MethodCode code;
    private final Simulation types;
    private final BitSet[] live; // before each position

    Liveness(MethodCode code, Simulation types) {
        this.code = code;
        this.types = types;
        live = new BitSet[code.elements.length + 1];
        for (int i = 0; i < live.length; i++) {
            live[i] = new BitSet();
        }
        boolean changed;
        do {
            changed = false;
            for (int i = code.elements.length - 1; i >= 0; i--) {
                changed |= update(i);
            }
        } while (changed);
    }

    private boolean update(int position) {
        if (!(code.elements[position] instanceof Instruction instruction) || !types.isReached(position)) {
            boolean changed = !live[position].equals(live[position + 1]);
            live[position] = live[position + 1];
            return changed;
        }
        var alive = new BitSet();
        if (Simulation.fallsThrough(instruction)) {
            alive.or(live[position + 1]);
        }
        for (Label target : Simulation.targets(instruction)) {
            alive.or(live[code.at(target)]);
        }
        if (instruction instanceof StoreInstruction store) {
            alive.clear(store.slot());
        }
        addHandlers(position, alive);
        if (instruction instanceof IncrementInstruction increment) {
            alive.set(increment.slot());
        }
        if (instruction instanceof LoadInstruction load
                && !types.before(position).locals[load.slot()].isYielder()) {
            alive.set(load.slot());
        }
        boolean changed = !alive.equals(live[position]);
        live[position] = alive;
        return changed;
    }

    private void addHandlers(int position, BitSet alive) {
        for (int handler : code.handlersOf(position)) {
            alive.or(live[handler]);
        }
        for (int handler : code.hiddenHandlersOf(position)) {
            if (types.arrivedAt(handler) != null) {
                alive.or(live[handler]);
            }
        }
    }

    /// What is alive before a position. Not to be changed.
    BitSet before(int position) {
        return live[position];
    }

    /// What is alive while a call is in progress: what the code after it reads, or a handler of what it throws.
    BitSet during(int position) {
        var alive = (BitSet) live[position + 1].clone();
        addHandlers(position, alive);
        return alive;
    }
}
