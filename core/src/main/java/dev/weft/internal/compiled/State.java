package dev.weft.internal.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The types of all local variables and operands between two instructions, and how many monitors the code holds there.
final class State {

    final SlotType[] locals;
    final ArrayList<SlotType> stack;
    int monitors;

    private State(SlotType[] locals, List<SlotType> stack, int monitors) {
        this.locals = locals;
        this.stack = new ArrayList<>(stack);
        this.monitors = monitors;
    }

    /// Nothing on the stack or in any variable.
    static State empty(int locals) {
        var none = new SlotType[locals];
        Arrays.fill(none, SlotType.NONE);
        return new State(none, List.of(), 0);
    }

    State copy() {
        return new State(locals.clone(), stack, monitors);
    }

    void push(SlotType type) {
        stack.add(type);
    }

    SlotType pop() {
        return stack.removeLast();
    }

    SlotType top() {
        return stack.getLast();
    }

    /// Writes a variable. What half of a long or double was there is gone.
    void store(int slot, SlotType type) {
        if (slot > 0 && locals[slot - 1].isWide()) {
            locals[slot - 1] = SlotType.NONE;
        }
        locals[slot] = type;
        if (type.isWide()) {
            locals[slot + 1] = SlotType.NONE;
        }
    }
}
