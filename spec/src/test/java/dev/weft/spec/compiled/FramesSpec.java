package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import dev.weft.spi.Coroutine;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a stopped body costs and keeps.
class FramesSpec {

    /// The fields that each frame has. What the class has is there once.
    private static Stream<Field> fields(Coroutine coroutine) {
        return Arrays.stream(coroutine.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static List<String> fieldsOf(Coroutine coroutine) {
        return fields(coroutine)
                .map(field -> field.getType().getSimpleName())
                .sorted()
                .toList();
    }

    private static List<Object> referencesIn(Coroutine coroutine) throws ReflectiveOperationException {
        var found = new java.util.ArrayList<>();
        for (Field field : fields(coroutine).toList()) {
            field.setAccessible(true);
            if (!field.getType().isPrimitive()) {
                found.add(field.get(coroutine));
            }
        }
        return found;
    }

    @Test
    void aLoopKeepsNoMoreThanItsCounterAndItsBound() {
        int bound = 5;
        GeneratorBody<Integer> body = y -> {
            for (int i = 0; i < bound; i++) {
                y.yield(i);
            }
        };

        assertThat(fieldsOf(Compiled.coroutine(body))).containsExactly("int", "int");
    }

    @Test
    void aBodyThatOnlyYieldsIsItsOwnCoroutine() {
        Coroutine coroutine = Compiled.coroutine((GeneratorBody<Integer>) y -> y.yield(1));

        assertThat(coroutine.getClass().getName()).startsWith(FramesSpec.class.getName() + "$lambda$");
        assertThat(fieldsOf(coroutine)).isEmpty();
    }

    @Test
    void whatIsReadNoMoreIsNotKept() throws Throwable {
        var big = new Object();
        GeneratorBody<Object> body = y -> {
            Object local = new StringBuilder("local");
            y.yield(local);
            y.yield(big);
            y.yield(null);
        };
        Coroutine coroutine = Compiled.coroutine(body);

        coroutine.resume(null, null);
        assertThat(referencesIn(coroutine)).contains(big);
        coroutine.resume(null, null);
        coroutine.resume(null, null);

        assertThat(referencesIn(coroutine)).containsOnlyNulls();
    }

    // ---- does closing run anything? ----

    private static boolean unwindsAfterOneStep(GeneratorBody<?> body) throws Throwable {
        Coroutine coroutine = Compiled.coroutine(body);
        coroutine.resume(null, null);
        return coroutine.unwinds();
    }

    @Test
    void aBodyWithoutHandlersNeedsNoClose() throws Throwable {
        GeneratorBody<Integer> body = y -> {
            for (int i = 0; i < 3; i++) {
                y.yield(i);
            }
        };

        assertThat(Compiled.coroutine(body).mustBeClosed()).isFalse();
        assertThat(unwindsAfterOneStep(body)).isFalse();
    }

    @Test
    void aHandlerThatAnExitPassesNeedsNoClose() throws Throwable {
        GeneratorBody<Object> body = y -> {
            try {
                y.yield(1);
                throw new IOException();
            } catch (IOException e) {
                y.yield(2);
            }
        };

        assertThat(Compiled.coroutine(body).mustBeClosed()).isFalse();
        assertThat(unwindsAfterOneStep(body)).isFalse();
    }

    @Test
    void aFinallyNeedsACloseWhereItCoversTheStop() throws Throwable {
        GeneratorBody<Object> body = y -> {
            y.yield(1);
            try {
                y.yield(2);
            } finally {
                hashCode();
            }
            y.yield(3);
        };
        Coroutine coroutine = Compiled.coroutine(body);

        coroutine.resume(null, null);
        boolean before = coroutine.unwinds();
        coroutine.resume(null, null);
        boolean within = coroutine.unwinds();
        coroutine.resume(null, null);
        boolean after = coroutine.unwinds();

        assertThat(coroutine.mustBeClosed()).isTrue();
        assertThat(List.of(before, within, after)).containsExactly(false, true, false);
    }

    private static void guarded(Yielder<Object> y) {
        try {
            y.yield(1);
        } finally {
            System.identityHashCode("clean-up");
        }
    }

    private static void plain(Yielder<Object> y) {
        y.yield(1);
    }

    private static void recursive(Yielder<Object> y, int depth) {
        y.yield(depth);
        recursive(y, depth + 1);
    }

    @Test
    void aHelperCountsLikeTheBody() throws Throwable {
        assertThat(unwindsAfterOneStep((GeneratorBody<Object>) FramesSpec::guarded))
                .isTrue();
        assertThat(unwindsAfterOneStep((GeneratorBody<Object>) y -> guarded(y))).isTrue();
        assertThat(unwindsAfterOneStep((GeneratorBody<Object>) y -> plain(y))).isFalse();
        assertThat(Compiled.coroutine((GeneratorBody<Object>) y -> plain(y)).mustBeClosed())
                .isFalse();
        assertThat(Compiled.coroutine((GeneratorBody<Object>) y -> recursive(y, 0))
                        .mustBeClosed())
                .isFalse();
    }

    @Test
    void aUsedResourceNeedsAClose() throws Throwable {
        GeneratorBody<Object> body = y -> {
            y.yield("before");
            y.use(() -> {});
            y.yield("after");
        };
        Coroutine coroutine = Compiled.coroutine(body);

        coroutine.resume(null, null);
        boolean before = coroutine.unwinds();
        coroutine.resume(null, null);

        assertThat(coroutine.mustBeClosed()).isTrue();
        assertThat(before).isFalse();
        assertThat(coroutine.unwinds()).isTrue();
    }
}
