package dev.weft.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A class loader with a Weft of its own, in which the changed classes stand in for those that were built.
public final class WeftCopy extends ClassLoader {

    private static final String OWN = "dev.weft.";
    private static final Map<String, byte[]> BUILT = new ConcurrentHashMap<>();

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> changed;
    private final Map<String, URL> added;

    /// Makes a copy.
    ///
    /// @param changed the code of the changed classes, by their names
    public WeftCopy(Map<String, byte[]> changed) {
        this(changed, Map.of());
    }

    /// Makes a copy with further resources.
    ///
    /// @param changed the code of the changed classes, by their names
    /// @param added resources that there are beside those of the same names
    public WeftCopy(Map<String, byte[]> changed, Map<String, URL> added) {
        super(WeftCopy.class.getClassLoader());
        this.changed = changed;
        this.added = added;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL resource = added.get(name);
        return Collections.enumeration(resource == null ? List.of() : List.of(resource));
    }

    /// Makes an object of the copy's own class of the same name, which needs a constructor without parameters.
    ///
    /// @param type the class that this loader's own class stands for
    /// @return an object of that class
    /// @throws ReflectiveOperationException if it cannot be made
    public Object make(Class<?> type) throws ReflectiveOperationException {
        var constructor = Class.forName(type.getName(), true, this).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] code = changed.get(name);
        if (code == null) {
            code = BUILT.computeIfAbsent(name, this::built);
        }
        if (code.length == 0) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }

    private byte[] built(String name) {
        try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return code == null ? new byte[0] : code.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
