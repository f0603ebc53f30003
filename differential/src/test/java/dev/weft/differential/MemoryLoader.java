package dev.weft.differential;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;

/// Loads classes that are in no file, and shows their code, which an engine wants to read.
public final class MemoryLoader extends ClassLoader {

    private static final String SUFFIX = ".class";

    private final Map<String, byte[]> classes;

    /// Makes a loader.
    ///
    /// @param classes the code by the names of the classes
    public MemoryLoader(Map<String, byte[]> classes) {
        super(MemoryLoader.class.getClassLoader());
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = classes.get(name);
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        String type = name.endsWith(SUFFIX)
                ? name.substring(0, name.length() - SUFFIX.length()).replace('/', '.')
                : "";
        byte[] code = classes.get(type);
        return code == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(code);
    }
}
