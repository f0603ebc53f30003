package dev.weft.differential;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.bodies.Themes;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The bodies that are written by hand: in each class of a theme, each method without parameters that returns one.
final class Samples {

    private Samples() {}

    static Stream<Sample> all() {
        return methods().map(Samples::sample);
    }

    /// Those that no engine but that of threads takes, or only the others.
    static Stream<Sample> thatFallBack(boolean fallBack) {
        return methods().filter(method -> fallsBack(method) == fallBack).map(Samples::sample);
    }

    /// Those that nobody can tell pushed from pulled.
    static Stream<Sample> thatArePushed() {
        return methods()
                .filter(method -> !method.isAnnotationPresent(PulledOnly.class))
                .map(Samples::sample);
    }

    /// What a body is expected to be declined for.
    static Optional<String> reason(Sample sample) {
        return methods()
                .filter(method -> nameOf(method).equals(sample.name()))
                .findFirst()
                .map(method -> method.getAnnotation(FallsBack.class))
                .map(FallsBack::value);
    }

    private static boolean fallsBack(Method method) {
        return method.isAnnotationPresent(FallsBack.class);
    }

    /// Those that take their time.
    static Stream<Sample> slow() {
        return methods(Themes.SLOW).map(Samples::sample);
    }

    private static Stream<Method> methods() {
        return Themes.ALL.stream().flatMap(Samples::methods);
    }

    private static Stream<Method> methods(Class<?> theme) {
        return Arrays.stream(theme.getDeclaredMethods())
                .filter(Samples::makesBody)
                .sorted(Comparator.comparing(Method::getName));
    }

    private static boolean makesBody(Method method) {
        Class<?> type = method.getReturnType();
        return method.getParameterCount() == 0
                && !method.isSynthetic()
                && (type == GeneratorBody.class || type == DialogueBody.class);
    }

    private static String nameOf(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static Sample sample(Method method) {
        method.setAccessible(true);
        return new Sample(nameOf(method), () -> host(method), host -> body(method, host));
    }

    private static Host host(Method method) {
        try {
            var constructor = method.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Host) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object body(Method method, Host host) {
        try {
            return method.invoke(host);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
