package dev.weft.differential.random;

import dev.weft.differential.Compiler;
import dev.weft.differential.DrawnHost;
import dev.weft.differential.MemoryLoader;
import dev.weft.differential.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Random bodies that can be run.
final class Compiled {

    private Compiled() {}

    /// Compiles many at once; leaves out those that cannot be compiled and loaded. Compilers now and then refuse
    /// a body, or make code that the JVM refuses.
    static Map<RandomBody, Sample> all(List<RandomBody> bodies, Compiler compiler) {
        if (bodies.size() <= 1) {
            var alone = new LinkedHashMap<RandomBody, Sample>();
            bodies.forEach(body -> one(body, compiler).ifPresent(sample -> alone.put(body, sample)));
            return alone;
        }
        Map<RandomBody, Sample> together = together(bodies, compiler);
        if (!together.isEmpty()) {
            return together;
        }
        int half = bodies.size() / 2;
        var samples = new LinkedHashMap<>(all(bodies.subList(0, half), compiler));
        samples.putAll(all(bodies.subList(half, bodies.size()), compiler));
        return samples;
    }

    /// Compiles all or none.
    private static Map<RandomBody, Sample> together(List<RandomBody> bodies, Compiler compiler) {
        var sources = new LinkedHashMap<String, String>();
        bodies.forEach(body -> sources.put(body.className(), body.source()));
        var samples = new LinkedHashMap<RandomBody, Sample>();
        try {
            compiler.compile(sources)
                    .ifPresent(classes -> bodies.forEach(body -> samples.put(body, sample(body, classes))));
            return samples;
        } catch (VerifyError e) {
            return Map.of();
        }
    }

    /// Compiles one, if it can be compiled.
    static Optional<Sample> one(RandomBody body, Compiler compiler) {
        try {
            return compiler.compile(Map.of(body.className(), body.source())).map(classes -> sample(body, classes));
        } catch (VerifyError e) {
            return Optional.empty();
        }
    }

    private static Sample sample(RandomBody body, Map<String, byte[]> classes) {
        try {
            Map<String, byte[]> own = own(body, classes);
            var loader = new MemoryLoader(own);
            for (String name : own.keySet()) {
                Class.forName(name, true, loader); // verifies it
            }
            Class<?> type = loader.loadClass(body.className());
            return Sample.of(body.name(), () -> host(type));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, byte[]> own(RandomBody body, Map<String, byte[]> classes) {
        var own = new LinkedHashMap<String, byte[]>();
        classes.forEach((name, code) -> {
            if (name.equals(body.className()) || name.startsWith(body.className() + "$")) {
                own.put(name, code);
            }
        });
        return own;
    }

    private static DrawnHost host(Class<?> type) {
        try {
            return (DrawnHost) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
