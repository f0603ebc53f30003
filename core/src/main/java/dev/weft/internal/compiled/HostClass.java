package dev.weft.internal.compiled;

import dev.weft.internal.compiled.Stop.Callee;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A class that bodies are written in: what its class file says, and what has been made of it.
///
/// The class file is what the loader would give now, not necessarily what runs: agents change classes while they are
/// loaded. A class whose members are not those of its class file is refused.
///
/// Belongs to the class itself, by a [ClassValue], so that both are unloaded together. All work on hosts is done under
/// one lock: bodies of different classes refer to one another in any order, so that a lock for each could deadlock.
final class HostClass {

    /// Held while bodies are linked; no user code runs meanwhile, but class loaders do.
    static final Object LOCK = new Object();

    private static final int JAVA_7 = ClassFile.JAVA_7_VERSION;

    private static final ClassValue<HostClass> ALL = new ClassValue<>() {
        @Override
        protected HostClass computeValue(Class<?> type) {
            return new HostClass(type);
        }
    };

    private final Class<?> type;
    private @Nullable Opened opened; // guarded by LOCK
    private final Map<String, Object> analyses = new HashMap<>(); // Analysis or Refusal; guarded by LOCK
    private final Map<String, Object> frames = new HashMap<>(); // FrameClass or Refusal; guarded by LOCK
    private final List<Object> constants = Collections.synchronizedList(new ArrayList<>());

    private final Members members = new Members(this);

    private record Opened(ClassModel model, Lookup lookup) {}

    private HostClass(Class<?> type) {
        this.type = type;
    }

    static HostClass of(Class<?> type) {
        return ALL.get(type);
    }

    Class<?> type() {
        return type;
    }

    /// Whether a class is in the same package of the same loader, as a generated class is.
    @SuppressWarnings("ReferenceEquality") // a loader may say that it equals another one
    boolean isBeside(Class<?> other) {
        return other.getClassLoader() == type.getClassLoader()
                && other.getPackageName().equals(type.getPackageName());
    }

    ClassModel model() {
        return open().model;
    }

    /// A lookup with full privilege access.
    Lookup lookup() {
        return open().lookup;
    }

    // ---- reading ----

    private Opened open() {
        synchronized (LOCK) {
            if (opened == null) {
                if (type.isHidden()) {
                    throw new Refusal(Reason.HIDDEN_CLASS, type.getName());
                }
                if (Proxy.isProxyClass(type)) {
                    throw new Refusal(Reason.PROXY, type.getName());
                }
                Lookup lookup = Access.in(type);
                ClassModel model = parse();
                checkMembers(model);
                checkFloor();
                Access.exportTo(type.getModule());
                opened = new Opened(model, lookup);
            }
            return opened;
        }
    }

    private ClassModel parse() {
        String name = type.getName();
        try (InputStream file = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            if (file == null) {
                throw new Refusal(Reason.NO_FILE, name);
            }
            ClassModel model = ClassFile.of().parse(file.readAllBytes());
            if (!model.thisClass().asInternalName().equals(name.replace('.', '/'))) {
                throw new Refusal(Reason.OTHER_FILE, name);
            }
            if (model.majorVersion() < JAVA_7) {
                throw new Refusal(Reason.OLD_FILE, name, model.majorVersion());
            }
            return model;
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(Reason.BAD_FILE, name, e);
        }
    }

    private void checkMembers(ClassModel model) {
        Set<String> inFile = new HashSet<>();
        for (MethodModel method : model.methods()) {
            if (!method.methodName().stringValue().startsWith("<")) {
                inFile.add(key(method.methodName(), method.methodType()));
            }
        }
        for (FieldModel field : model.fields()) {
            inFile.add(key(field.fieldName(), field.fieldType()));
        }
        Set<String> loaded = new HashSet<>();
        try {
            for (Method method : type.getDeclaredMethods()) {
                loaded.add(method.getName().concat(descriptor(method)));
            }
            for (Field field : type.getDeclaredFields()) {
                loaded.add(field.getName().concat(field.getType().descriptorString()));
            }
        } catch (LinkageError e) {
            throw new Refusal(Reason.UNLISTED, type.getName(), e);
        }
        if (!loaded.equals(inFile)) {
            throw new Refusal(Reason.CHANGED, type.getName());
        }
    }

    private static String key(Utf8Entry name, Utf8Entry type) {
        return name.stringValue().concat(type.stringValue());
    }

    private static String descriptor(Method method) {
        var descriptor = new StringBuilder("(");
        for (Class<?> parameter : method.getParameterTypes()) {
            descriptor.append(parameter.descriptorString());
        }
        return descriptor
                .append(')')
                .append(method.getReturnType().descriptorString())
                .toString();
    }

    /// The generated class will ask the host's loader for the floor by name; it has to find this one.
    private void checkFloor() {
        try {
            if (Class.forName(Frame.class.getName(), false, type.getClassLoader()) == Frame.class) {
                return;
            }
        } catch (ClassNotFoundException | LinkageError notFound) {
            // The loader sees another Weft, or parts of one.
        }
        throw new Refusal(Reason.OTHER_WEFT, type.getName());
    }

    // ---- names ----

    /// The class of that name, as the host would see it; not initialized.
    Class<?> load(ClassDesc named) {
        try {
            return Class.forName(Names.internal(named).replace('/', '.'), false, type.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new Refusal(Reason.NOT_LOADED, type.getName(), e);
        }
    }

    MethodType type(MethodTypeDesc named) {
        try {
            return MethodType.fromMethodDescriptorString(named.descriptorString(), type.getClassLoader());
        } catch (TypeNotPresentException | LinkageError e) {
            throw new Refusal(Reason.NOT_LOADED, type.getName(), e);
        }
    }

    @Nullable MethodModel method(String name, String descriptor) {
        for (MethodModel method : model().methods()) {
            if (method.methodName().equalsString(name) && method.methodType().equalsString(descriptor)) {
                return method;
            }
        }
        return null;
    }

    Members members() {
        return members;
    }

    /// The name of the source file, or `null`.
    @Nullable String file() {
        SourceFileAttribute file =
                model().findAttribute(Attributes.sourceFile()).orElse(null);
        return file == null ? null : file.sourceFile().stringValue();
    }

    /// A place in a method, for people.
    String place(MethodModel method, int line) {
        String file = file();
        return file == null || line < 0
                ? type.getName() + "." + method.methodName().stringValue()
                : file + ":" + line;
    }

    /// A method, for people: name and place.
    String describe(MethodModel method) {
        int line = method.code().map(HostClass::firstLine).orElse(-1);
        String name = Names.simple(type) + "." + method.methodName().stringValue();
        return line < 0 ? name : name + " (" + place(method, line) + ")";
    }

    private static int firstLine(CodeModel code) {
        for (CodeElement element : code) {
            if (element instanceof LineNumber number) {
                return number.line();
            }
        }
        return -1;
    }

    // ---- what has been made of it ----

    Analysis analysis(Callee callee) {
        synchronized (LOCK) {
            String key = callee.name() + callee.descriptor() + callee.yielder();
            Object known = analyses.get(key);
            if (known == null) {
                known = analyse(callee);
                analyses.put(key, known);
            }
            if (known instanceof Refusal refusal) {
                throw refusal;
            }
            return (Analysis) known;
        }
    }

    private Object analyse(Callee callee) {
        MethodModel method = method(callee.name(), callee.descriptor());
        if (method == null) {
            return new Refusal(Reason.CHANGED, type.getName());
        }
        try {
            return new Analysis(new MethodCode(this, method), callee.yielder());
        } catch (Refusal refusal) {
            return refusal;
        } catch (RuntimeException unforeseen) {
            return new Refusal(Reason.UNFORESEEN, describe(method), unforeseen);
        }
    }

    /// The frame class of a method; generates it if need be.
    FrameClass frameClass(Callee callee, boolean linked) {
        synchronized (LOCK) {
            String key = callee.name() + callee.descriptor() + callee.yielder() + linked;
            Object known = frames.get(key);
            if (known == null) {
                known = define(callee, linked);
                frames.put(key, known);
            }
            if (known instanceof Refusal refusal) {
                throw refusal;
            }
            return (FrameClass) known;
        }
    }

    private Object define(Callee callee, boolean linked) {
        try {
            return FrameClass.define(analysis(callee), new Program(callee).mustBeClosed(), linked, frames.size());
        } catch (Refusal refusal) {
            return refusal;
        } catch (RuntimeException unforeseen) {
            return new Refusal(Reason.UNFORESEEN, type.getName() + "." + callee.name(), unforeseen);
        }
    }

    /// Keeps something for generated classes of this host, which find it by the number returned.
    int keep(Object constant) {
        synchronized (constants) {
            constants.add(constant);
            return constants.size() - 1;
        }
    }

    Object kept(int number) {
        return constants.get(number);
    }
}
