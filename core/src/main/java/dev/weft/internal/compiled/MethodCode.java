package dev.weft.internal.compiled;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.UninitializedVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The code of one method, as the other stages want it: its elements by position, with labels, handlers and lines
/// resolved to positions.
///
/// A position is an index into `elements`, which hold instructions and, between them, labels, line numbers and the
/// like.
final class MethodCode {

    private static final int[] NO_HANDLERS = {};

    final HostClass host;
    final MethodModel method;
    final CodeElement[] elements;
    final int maxLocals;
    final List<Parameter> parameters = new ArrayList<>();
    private final Map<Label, Integer> positions = new HashMap<>();
    private final Map<Integer, State> declared = new HashMap<>();
    private final List<ExceptionCatch> catches = new ArrayList<>();
    private final int[][] handlers;
    private final int[][] hidden;
    private final int[] lines;

    /// A value that the method gets, `this` being the first one of an instance method.
    record Parameter(ClassDesc type, int slot) {}

    MethodCode(HostClass host, MethodModel method) {
        this.host = host;
        this.method = method;
        var code = (CodeAttribute) method.code().orElse(null);
        if (code == null) {
            throw new Refusal(Reason.NO_CODE, host.describe(method));
        }
        elements = code.elementList().toArray(new CodeElement[0]);
        maxLocals = code.maxLocals();
        handlers = new int[elements.length][];
        hidden = new int[elements.length][];
        lines = new int[elements.length];
        listParameters();
        index();
        findHandlers();
        StackMapTableAttribute table =
                code.findAttribute(Attributes.stackMapTable()).orElse(null);
        if (table != null) {
            for (StackMapFrameInfo frame : table.entries()) {
                declare(frame);
            }
        }
    }

    private void listParameters() {
        int slot = 0;
        if (!isStatic()) {
            parameters.add(new Parameter(host.model().thisClass().asSymbol(), slot++));
        }
        for (ClassDesc type : method.methodTypeSymbol().parameterArray()) {
            parameters.add(new Parameter(type, slot));
            slot += TypeKind.from(type).slotSize();
        }
    }

    private void index() {
        int line = -1;
        for (int i = 0; i < elements.length; i++) {
            if (elements[i] instanceof LabelTarget target) {
                positions.put(target.label(), i);
            } else if (elements[i] instanceof ExceptionCatch range) {
                catches.add(range);
            } else if (elements[i] instanceof LineNumber number) {
                line = number.line();
            }
            lines[i] = line;
        }
    }

    private void findHandlers() {
        for (int i = 0; i < elements.length; i++) {
            handlers[i] = NO_HANDLERS;
            hidden[i] = NO_HANDLERS;
            if (!catches.isEmpty() && elements[i] instanceof Instruction) {
                var found = new ArrayList<Integer>();
                var behind = new ArrayList<Integer>();
                boolean caught = false;
                for (ExceptionCatch range : covering(i)) {
                    (caught ? behind : found).add(at(range.handler()));
                    caught |= range.catchType().isEmpty();
                }
                handlers[i] = toArray(found);
                hidden[i] = toArray(behind);
            }
        }
    }

    private static int[] toArray(List<Integer> positions) {
        int[] array = new int[positions.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = positions.get(i);
        }
        return array;
    }

    /// The handlers that cover a position, in order.
    private List<ExceptionCatch> covering(int position) {
        var covering = new ArrayList<ExceptionCatch>();
        for (ExceptionCatch range : catches) {
            if (at(range.tryStart()) <= position && position < at(range.tryEnd())) {
                covering.add(range);
            }
        }
        return covering;
    }

    private void declare(StackMapFrameInfo frame) {
        Integer position = positions.get(frame.target());
        if (position == null) {
            return;
        }
        State state = State.empty(maxLocals);
        int slot = 0;
        for (VerificationTypeInfo local : frame.locals()) {
            SlotType type = typeOf(local);
            state.locals[slot] = type;
            slot += type.size();
        }
        for (VerificationTypeInfo operand : frame.stack()) {
            state.push(typeOf(operand));
        }
        declared.put(position, state);
    }

    private SlotType typeOf(VerificationTypeInfo declared) {
        if (declared instanceof ObjectVerificationTypeInfo object) {
            return SlotType.of(object.classSymbol());
        }
        if (declared instanceof UninitializedVerificationTypeInfo made) {
            int position = at(made.newTarget());
            while (!(elements[position] instanceof Instruction)) {
                position++;
            }
            return SlotType.uninitialized(position);
        }
        return switch ((SimpleVerificationTypeInfo) declared) {
            case TOP -> SlotType.NONE;
            case INTEGER -> SlotType.INT;
            case FLOAT -> SlotType.FLOAT;
            case LONG -> SlotType.LONG;
            case DOUBLE -> SlotType.DOUBLE;
            case NULL -> SlotType.NULL;
            case UNINITIALIZED_THIS -> throw new IllegalStateException("the code is that of a constructor");
        };
    }

    boolean isStatic() {
        return method.flags().has(AccessFlag.STATIC);
    }

    int at(Label label) {
        return Objects.requireNonNull(positions.get(label));
    }

    /// The types that the class file declares at a label, or `null` if it declares none there.
    @Nullable State declaredAt(int position) {
        return declared.get(position);
    }

    /// Where the handlers are to which an exception at that position can go.
    int[] handlersOf(int position) {
        return handlers[position];
    }

    /// Where the handlers are that cover a position for nothing, as another one catches all before. The verifier looks
    /// at them all the same.
    int[] hiddenHandlersOf(int position) {
        return hidden[position];
    }

    /// Whether the signal that closes a generator would run a handler if it were thrown at that position.
    boolean catchesExitAt(int position) {
        for (ExceptionCatch range : covering(position)) {
            if (range.catchType().isEmpty()
                    || Names.CATCH_EXIT.contains(range.catchType().get().asInternalName())) {
                return true;
            }
        }
        return false;
    }

    int lineAt(int position) {
        return lines[position];
    }

    /// The line of the first statement, or -1.
    int firstLine() {
        for (int line : lines) {
            if (line >= 0) {
                return line;
            }
        }
        return -1;
    }

    /// File and line of a position.
    String placeOf(int position) {
        return host.place(method, lines[position]);
    }
}
