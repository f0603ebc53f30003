package dev.weft.spec;

import static org.assertj.core.api.Assertions.fail;

import dev.weft.testkit.VirtualTime;
import dev.weft.testkit.VirtualTimeTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A block of Java in a document, as a class that runs.
///
/// A block with a `main` method is a whole program, and is taken as it stands. Of any other block the declarations,
/// which begin in the first column, become members, and the rest becomes the body of `main`; its class extends that of
/// the block before it in the document, so that a block may use what earlier ones declare. A comment `// prints: a / b`
/// says that the lines `a` and `b` are printed next.
///
/// @param document the document's name
/// @param block the block
/// @param type the name of the class
/// @param code the source of the class
/// @param origins for each line of the source, the line of the document that it comes from
record Example(String document, Markdown.Block block, String type, String code, List<Integer> origins) {

    private static final String PRINTS = "// prints: ";
    private static final String LINE_BREAK = " / ";

    /// What a block says that it prints.
    private record Printed(int line, String text) {}

    String place() {
        return document + ":" + block.line();
    }

    /// Tells where a line of the source is in the document.
    String place(long line) {
        int index = Math.clamp(line, 1, origins.size()) - 1;
        return document + ":" + origins.get(index);
    }

    /// Runs the block in virtual time and compares what it prints. It must close and await what it opens.
    void check(Class<?> loaded) {
        var printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            VirtualTime.strict().run(() -> run(loaded));
        } catch (Throwable thrown) {
            fail(place(lineOf(thrown)) + ": throws " + thrown, thrown);
        } finally {
            System.setOut(before);
        }
        compare(printed.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static void run(Class<?> loaded) throws Exception {
        Object instance = create(loaded);
        call(instance, loaded.getDeclaredMethod("main"));
        for (Class<?> nested : loaded.getDeclaredClasses()) {
            for (Method method : nested.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(VirtualTimeTest.class)) {
                    call(create(nested, instance), method);
                }
            }
        }
    }

    private static Object create(Class<?> type, Object... outer) throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(Arrays.copyOf(outer, constructor.getParameterCount()));
    }

    private static void call(Object instance, Method method) throws Exception {
        method.setAccessible(true);
        try {
            method.invoke(instance);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw (Error) e.getCause();
        }
    }

    private int lineOf(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().matches("(.*\\.)?" + type + "(\\$.*)?"))
                .mapToInt(StackTraceElement::getLineNumber)
                .findFirst()
                .orElse(1);
    }

    private void compare(List<String> actual) {
        List<Printed> expected = expected();
        if (expected.isEmpty()) {
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            Printed next = expected.get(i);
            String found = i < actual.size() ? actual.get(i) : "nothing";
            if (!found.equals(next.text())) {
                fail(document + ":" + next.line() + ": prints " + found + " in place of " + next.text());
            }
        }
        if (actual.size() > expected.size()) {
            fail(place() + ": prints more than it says: " + actual.subList(expected.size(), actual.size()));
        }
    }

    private List<Printed> expected() {
        var expected = new ArrayList<Printed>();
        for (int i = 0; i < block.lines().size(); i++) {
            String line = block.lines().get(i);
            int start = line.indexOf(PRINTS);
            if (start >= 0) {
                for (String text : line.substring(start + PRINTS.length()).split(LINE_BREAK)) {
                    expected.add(new Printed(block.line() + i, text));
                }
            }
        }
        return expected;
    }
}
