package dev.weft.internal.compiled;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Runs a method on types: finds the types of all variables and operands before each instruction.
///
/// The class file declares the types wherever paths meet, in its StackMapTable, so that each block of code is run once
/// from its declared types and no class hierarchy is needed. Two things are not declared and are carried along the
/// paths instead: which slots hold the yielder, on which all paths to a place must agree; and how many monitors are
/// held, of which the larger number counts.
final class Simulation {

    /// Before the first position, so that control arrives there as anywhere else.
    private static final int ENTRY = -1;

    private final MethodCode code;
    private final Steps steps;
    private final @Nullable State[] before;
    private final Map<Integer, State> arrived = new HashMap<>();
    private final ArrayDeque<Integer> blocks = new ArrayDeque<>();

    Simulation(MethodCode code, int yielder) {
        this.code = code;
        steps = new Steps(code, new YielderCalls(code, yielder));
        before = new @Nullable State[code.elements.length];
        run(ENTRY, atEntry(code, yielder));
        while (!blocks.isEmpty()) {
            int block = blocks.pop();
            run(block, Objects.requireNonNull(arrived.get(block)).copy());
        }
    }

    private static State atEntry(MethodCode code, int yielder) {
        State entry = State.empty(code.maxLocals);
        for (MethodCode.Parameter parameter : code.parameters) {
            entry.store(parameter.slot(), SlotType.of(parameter.type()));
        }
        entry.store(code.parameters.get(yielder).slot(), SlotType.YIELDER);
        return entry;
    }

    /// Runs a block, from a position to where control goes elsewhere or paths meet.
    private void run(int start, State state) {
        for (int i = Math.max(start, 0); i < code.elements.length; i++) {
            CodeElement element = code.elements[i];
            if (element instanceof LabelTarget && i != start && code.declaredAt(i) != null) {
                arrive(i, state, false);
                return;
            }
            if (element instanceof Instruction instruction) {
                State earlier = state.copy();
                before[i] = earlier;
                for (int handler : code.handlersOf(i)) {
                    arrive(handler, state, true);
                }
                steps.step(i, instruction, earlier, state);
                for (Label target : targets(instruction)) {
                    arrive(code.at(target), state, false);
                }
                if (!fallsThrough(instruction)) {
                    return;
                }
            }
        }
    }

    /// Control reaches a label. A handler finds nothing on the stack but the exception.
    private void arrive(int label, State state, boolean handler) {
        State declared = code.declaredAt(label);
        if (declared == null) {
            throw new IllegalStateException("a branch leads to a place without a stack map");
        }
        State here = declared.copy();
        here.monitors = state.monitors;
        for (int i = 0; i < here.locals.length; i++) {
            here.locals[i] = marked(here.locals[i], state.locals[i]);
        }
        for (int i = 0; !handler && i < here.stack.size(); i++) {
            here.stack.set(i, marked(here.stack.get(i), state.stack.get(i)));
        }
        State earlier = arrived.get(label);
        if (earlier != null) {
            checkYielders(label, earlier, here);
            if (here.monitors <= earlier.monitors) {
                return;
            }
        }
        arrived.put(label, here);
        blocks.push(label);
    }

    private static SlotType marked(SlotType declared, SlotType actual) {
        return declared.kind() == SlotType.Kind.REFERENCE && actual.isYielder() ? actual : declared;
    }

    private void checkYielders(int label, State earlier, State now) {
        boolean same = true;
        for (int i = 0; i < now.locals.length; i++) {
            same &= now.locals[i].isYielder() == earlier.locals[i].isYielder();
        }
        for (int i = 0; i < now.stack.size(); i++) {
            same &= now.stack.get(i).isYielder() == earlier.stack.get(i).isYielder();
        }
        if (!same) {
            throw new Refusal(Reason.SEVERAL_VALUES, code.placeOf(label));
        }
    }

    // ---- control flow ----

    /// Where an instruction may jump to.
    static List<Label> targets(Instruction instruction) {
        return switch (instruction.opcode().kind()) {
            case BRANCH -> List.of(((BranchInstruction) instruction).target());
            case TABLE_SWITCH -> {
                var choice = (TableSwitchInstruction) instruction;
                yield targets(choice.defaultTarget(), choice.cases());
            }
            case LOOKUP_SWITCH -> {
                var choice = (LookupSwitchInstruction) instruction;
                yield targets(choice.defaultTarget(), choice.cases());
            }
            default -> List.of();
        };
    }

    private static List<Label> targets(Label otherwise, List<SwitchCase> cases) {
        var targets = new ArrayList<Label>();
        targets.add(otherwise);
        for (SwitchCase each : cases) {
            targets.add(each.target());
        }
        return targets;
    }

    /// Whether control may go on to the next instruction.
    static boolean fallsThrough(Instruction instruction) {
        return switch (instruction.opcode()) {
            case GOTO, GOTO_W, TABLESWITCH, LOOKUPSWITCH, ATHROW -> false;
            case RETURN, IRETURN, LRETURN, FRETURN, DRETURN, ARETURN -> false;
            default -> true;
        };
    }

    // ---- results ----

    /// Whether control ever comes to an instruction. Compilers leave code where it never does.
    boolean isReached(int position) {
        return before[position] != null;
    }

    /// The types before an instruction that is reached.
    State before(int position) {
        return Objects.requireNonNull(before[position]);
    }

    /// The types at a label where paths meet, or `null` if they do not.
    @Nullable State arrivedAt(int label) {
        return arrived.get(label);
    }

    /// The stops, in the order of the code.
    List<Stop> stops() {
        return List.copyOf(steps.stops.values());
    }

    /// Whether an object was moved around before its constructor ran.
    boolean isShuffled(int newAt) {
        return steps.shuffled.contains(newAt);
    }
}
