package dev.weft;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.ref.WeakReference;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds the place in the source where a lambda was written, without having noted it when the lambda was made.
final class Site {

    /// One answer per lambda, however many objects are made of it; dropped with the class. A reference to a method that
    /// its receiver chooses has no such answer.
    private static final ClassValue<Cached> KNOWN = new ClassValue<>() {
        @Override
        protected Cached computeValue(Class<?> type) {
            return new Cached();
        }
    };

    private static final class Cached {
        private volatile @Nullable String site;
        private volatile @Nullable String generator;
        private volatile boolean differs; // from one receiver to the other
    }

    private Site() {}

    /// Returns file and line of the lambda's first statement, or as much as can be had, such as the class.
    static String of(Object lambda) {
        Cached cached = KNOWN.get(lambda.getClass());
        String known = cached.site;
        if (known == null) {
            known = find(lambda, cached);
            if (!cached.differs) {
                cached.site = known;
            }
        }
        return known;
    }

    /// Names a generator after the place where its body was written: the same object for all made there.
    static String generatorAt(Object body) {
        Cached cached = KNOWN.get(body.getClass());
        String known = cached.generator;
        if (known == null) {
            known = "generator at " + of(body);
            if (!cached.differs) {
                cached.generator = known;
            }
        }
        return known;
    }

    /// Where a task was started. With somebody watching it is noted now, with the line; else it is found when asked
    /// for.
    static Supplier<String> ofTask(Awaitable<?> code, Context context) {
        if (context.observed()) {
            Optional<String> caller = StackWalker.getInstance()
                    .walk(frames -> frames.map(StackWalker.StackFrame::toStackTraceElement)
                            .takeWhile(frame -> !Traces.isStartOfStrand(frame))
                            .filter(Traces::isUsers)
                            .findFirst()
                            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber()));
            if (caller.isPresent()) {
                return caller::get;
            }
        }
        Class<?> type = Tasks.written(code).getClass(); // not the code itself, which may hold the handles of generators
        return () -> hostName(type);
    }

    /// Where a generator was made. Found when asked for, and without keeping the body, which may hold the handles of
    /// other generators: those that began in it keep its subject.
    static Supplier<String> of(Source source) {
        String name = source.name();
        var kept = new WeakReference<>(source);
        return () -> {
            Source alive = kept.get();
            return alive == null ? name : alive.site();
        };
    }

    private static String find(Object lambda, Cached cached) {
        String host = hostName(lambda.getClass());
        if (lambda instanceof Serializable) {
            try {
                Method writeReplace = lambda.getClass().getDeclaredMethod("writeReplace");
                writeReplace.setAccessible(true);
                if (writeReplace.invoke(lambda) instanceof SerializedLambda form) {
                    cached.differs = isChosenByReceiver(form);
                    return cached.differs
                            ? placeAt(form.getCapturedArg(0), form)
                            : place(lambda.getClass().getClassLoader(), form.getImplClass(), form);
                }
            } catch (ReflectiveOperationException | InaccessibleObjectException | SecurityException | IOException e) {
                return host;
            }
        }
        return host;
    }

    private static String hostName(Class<?> type) {
        String name = type.getName();
        int cut = name.indexOf("$$Lambda");
        return cut < 0 ? name : name.substring(0, cut);
    }

    private static boolean isChosenByReceiver(SerializedLambda form) {
        int kind = form.getImplMethodKind();
        return form.getCapturedArgCount() > 0
                && (kind == MethodHandleInfo.REF_invokeVirtual || kind == MethodHandleInfo.REF_invokeInterface);
    }

    /// The place of the method that a receiver has, which may be a lambda itself.
    private static String placeAt(Object receiver, SerializedLambda form) throws IOException {
        if (receiver.getClass().isHidden()) {
            return of(receiver);
        }
        String host = form.getImplClass();
        ClassLoader loader = receiver.getClass().getClassLoader();
        for (Class<?> type = receiver.getClass(); type != null; type = type.getSuperclass()) {
            if (declares(type, form)) {
                host = type.getName().replace('.', '/');
                loader = type.getClassLoader();
                break;
            }
        }
        return place(loader, host, form);
    }

    private static boolean declares(Class<?> type, SerializedLambda form) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(form.getImplMethodName())
                        && MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                                .toMethodDescriptorString()
                                .equals(form.getImplMethodSignature()));
    }

    private static String place(@Nullable ClassLoader loader, String host, SerializedLambda form) throws IOException {
        String plain = host.replace('/', '.') + "." + form.getImplMethodName();
        try (InputStream bytes = loader == null
                ? ClassLoader.getSystemResourceAsStream(host + ".class")
                : loader.getResourceAsStream(host + ".class")) {
            if (bytes == null) {
                return plain;
            }
            ClassModel file = ClassFile.of().parse(bytes.readAllBytes());
            for (MethodModel method : file.methods()) {
                if (method.methodName().equalsString(form.getImplMethodName())
                        && method.methodType().equalsString(form.getImplMethodSignature())) {
                    OptionalInt line = firstLine(method);
                    if (line.isPresent()) {
                        return fileName(file, host) + ":" + line.getAsInt();
                    }
                }
            }
            return plain;
        }
    }

    private static String fileName(ClassModel file, String host) {
        return file.findAttribute(Attributes.sourceFile())
                .map(attribute -> attribute.sourceFile().stringValue())
                .orElseGet(() -> fileName(host));
    }

    private static String fileName(String host) {
        String simple = host.substring(host.lastIndexOf('/') + 1);
        int nested = simple.indexOf('$');
        return (nested < 0 ? simple : simple.substring(0, nested)) + ".java";
    }

    private static OptionalInt firstLine(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .filter(LineNumber.class::isInstance)
                .mapToInt(element -> ((LineNumber) element).line())
                .findFirst();
    }
}
