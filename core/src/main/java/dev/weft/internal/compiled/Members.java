package dev.weft.internal.compiled;

import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells which members the code of a host may use that a class beside it may not: the private ones of its nest, and
/// what it inherits as protected from another package. Generated code reaches those through [Linkage].
///
/// Members are told apart by name and descriptor.
final class Members {

    private final HostClass host;
    private final Map<String, Set<String>> privates = new HashMap<>(); // by owner
    private @Nullable Map<String, Class<?>> inheritedProtected;

    Members(HostClass host) {
        this.host = host;
    }

    boolean needLinkage(String owner, String name, String descriptor) {
        return !owner.startsWith("[")
                && (isPrivate(owner, name, descriptor) || isInheritedProtected(owner, name, descriptor));
    }

    boolean isPrivate(String owner, String name, String descriptor) {
        String nest = host.type().getNestHost().getName().replace('.', '/');
        if (!owner.startsWith(nest) || (owner.length() > nest.length() && owner.charAt(nest.length()) != '$')) {
            return false;
        }
        Set<String> known = privates.get(owner);
        if (known == null) {
            known = privatesOf(owner);
            privates.put(owner, known);
        }
        return known.contains(name.concat(descriptor));
    }

    private Set<String> privatesOf(String owner) {
        var found = new HashSet<String>();
        var model = HostClass.of(host.load(Names.named(owner))).model();
        for (MethodModel method : model.methods()) {
            if (method.flags().has(AccessFlag.PRIVATE)) {
                found.add(method.methodName()
                        .stringValue()
                        .concat(method.methodType().stringValue()));
            }
        }
        for (FieldModel field : model.fields()) {
            if (field.flags().has(AccessFlag.PRIVATE)) {
                found.add(
                        field.fieldName().stringValue().concat(field.fieldType().stringValue()));
            }
        }
        return found;
    }

    private boolean isInheritedProtected(String owner, String name, String descriptor) {
        if (inheritedProtected == null) {
            inheritedProtected = findInheritedProtected();
        }
        Class<?> declaring = inheritedProtected.get(name.concat(descriptor));
        return declaring != null && declaring.isAssignableFrom(host.load(Names.named(owner)));
    }

    private Map<String, Class<?>> findInheritedProtected() {
        var found = new HashMap<String, Class<?>>();
        try {
            for (Class<?> c = host.type().getSuperclass(); c != null; c = c.getSuperclass()) {
                if (!host.isBeside(c)) {
                    addProtected(c, found);
                }
            }
        } catch (LinkageError e) {
            throw new Refusal(Reason.UNLISTED, host.type().getName() + " and its superclasses", e);
        }
        return found;
    }

    private static void addProtected(Class<?> declaring, Map<String, Class<?>> found) {
        for (Method method : declaring.getDeclaredMethods()) {
            if (Modifier.isProtected(method.getModifiers())) {
                MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
                found.put(method.getName().concat(type.descriptorString()), declaring);
            }
        }
        for (Field field : declaring.getDeclaredFields()) {
            if (Modifier.isProtected(field.getModifiers())) {
                found.put(field.getName().concat(field.getType().descriptorString()), declaring);
            }
        }
    }
}
