package dev.weft.internal.compiled;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes frames of the lambdas of one class, all of which have the same method.
///
/// The first one is made of what the lambda's serial form holds: nothing has to be linked for that, and many a body is
/// written to run once. To make that form costs more than to make a frame, so for all others the captured values are
/// read from the lambda's own fields, where these are named as this JDK names them and hold, in the second body, just
/// what its serial form holds.
final class LambdaMaker implements Maker {

    private final Lookup lookup; // in the class of the lambdas
    private final MethodHandle serialForm; // takes the lambda
    private final FrameClass frames;
    private final MethodHandle ofForm; // takes the serial form

    // Several threads may write these at once: whatever is read of them will do.
    private boolean begun;
    private @Nullable MethodHandle linked; // takes the lambda

    LambdaMaker(Lookup lookup, MethodHandle serialForm, FrameClass frames) {
        this.lookup = lookup;
        this.serialForm = serialForm;
        this.frames = frames;
        ofForm = frames.ofSerialForm();
    }

    @Override
    public Frame make(Object body) {
        MethodHandle known = linked;
        try {
            return known == null ? makeUnlinked(body) : (Frame) known.invokeExact(body);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Frame makeUnlinked(Object body) throws Throwable {
        var form = (SerializedLambda) (Object) serialForm.invokeExact(body);
        if (begun) {
            linked = link(body, form);
        }
        begun = true;
        return (Frame) ofForm.invokeExact(form);
    }

    private MethodHandle link(Object lambda, SerializedLambda form) {
        MethodHandle byFields = overFields(lambda, form);
        MethodType toForm = MethodType.methodType(SerializedLambda.class, Object.class);
        return byFields == null ? MethodHandles.filterReturnValue(serialForm.asType(toForm), ofForm) : byFields;
    }

    private @Nullable MethodHandle overFields(Object lambda, SerializedLambda form) {
        MethodHandle factory = frames.factory();
        factory = factory.asType(factory.type().changeReturnType(Frame.class));
        int count = form.getCapturedArgCount();
        if (count == 0) {
            return MethodHandles.dropArguments(factory, 0, Object.class);
        }
        var getters = new MethodHandle[count];
        try {
            for (int i = 0; i < count; i++) {
                Field field = lookup.lookupClass().getDeclaredField("arg$".concat(Integer.toString(i + 1)));
                MethodHandle getter = lookup.unreflectGetter(field);
                if (!isSame(field, getter.invoke(lambda), form.getCapturedArg(i))) {
                    return null;
                }
                getters[i] = getter.asType(MethodType.methodType(factory.type().parameterType(i), Object.class));
            }
        } catch (Error e) {
            throw e;
        } catch (Throwable otherFields) {
            return null;
        }
        MethodHandle filtered = MethodHandles.filterArguments(factory, 0, getters);
        return MethodHandles.permuteArguments(
                filtered, MethodType.methodType(Frame.class, Object.class), new int[count]);
    }

    @SuppressWarnings("ReferenceEquality") // what was captured is an object, not a value like it
    private static boolean isSame(Field field, @Nullable Object value, @Nullable Object captured) {
        return field.getType().isPrimitive() ? Objects.equals(value, captured) : value == captured;
    }

    @Override
    public @Nullable MethodHandle settled() {
        return linked;
    }

    @Override
    public @Nullable String reason(Object body) {
        return null;
    }
}
