package dev.weft.spec;

import static java.util.stream.Collectors.toSet;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The public operators of some families, and what is missing of each: a row in the guide, an example, a specification.
///
/// @param families an interface whose methods are operators, or a class whose static methods are sources, those of its
///     superclasses included
/// @param sources the folder of their sources
/// @param guide the table of operators
/// @param specs the folder of the compiled specifications
record Operators(List<Class<?>> families, Path sources, OperatorGuide guide, Path specs) {

    /// What an iterable is, and no operator.
    private static final Set<String> ITERATING = Set.of("aiter", "iterator", "spliterator");

    /// Says what is missing and what is superfluous.
    List<String> findings() throws IOException {
        var findings = new ArrayList<>(guide.findings(everyName()));
        var called = SpecCalls.in(specs);
        for (Class<?> family : families) {
            findings.addAll(missingRows(family));
            for (Class<?> type : declaring(family)) {
                findings.addAll(Contract.withoutExample(sources.resolve(type.getSimpleName() + ".java"), names(type)));
                findings.addAll(notCalled(type, called));
            }
        }
        return findings;
    }

    private List<String> missingRows(Class<?> family) {
        return declaring(family).stream()
                .flatMap(type -> names(type).stream())
                .distinct()
                .sorted()
                .filter(Predicate.not(guide.names()::contains))
                .map(name -> name + ": no row in the operator guide")
                .toList();
    }

    private static List<String> notCalled(Class<?> type, Collection<SpecCalls.Call> calls) {
        return operators(type)
                .filter(method ->
                        calls.stream().noneMatch(call -> call.isOf(type, method.getName(), descriptor(method))))
                .map(method -> method.getName() + parameters(method) + ": called by no specification")
                .sorted()
                .toList();
    }

    private static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString();
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .toList()
                .toString();
    }

    /// The types that declare a family's operators.
    private static List<Class<?>> declaring(Class<?> family) {
        return Stream.<Class<?>>iterate(family, type -> type != null && type != Object.class, Class::getSuperclass)
                .toList();
    }

    private static Stream<Method> operators(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> type.isInterface() ? isOperator(method) : isSource(method));
    }

    private static boolean isOperator(Method method) {
        return !Modifier.isStatic(method.getModifiers()) && !ITERATING.contains(method.getName());
    }

    private static boolean isSource(Method method) {
        return Modifier.isStatic(method.getModifiers()) && method.getReturnType() == AsyncGenerator.class;
    }

    private static Set<String> names(Class<?> type) {
        return operators(type).map(Method::getName).collect(toSet());
    }

    /// What a row may name.
    private static Set<String> everyName() {
        return Stream.of(AsyncIterable.class, Async.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Method::getName)
                .collect(toSet());
    }
}
