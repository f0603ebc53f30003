package dev.weft.spec.compiled;

import static dev.weft.spec.compiled.Compiled.read;
import static dev.weft.spec.compiled.Compiled.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.GeneratorBody;
import java.lang.classfile.ClassFile;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Where classes come from, and that they go again.
class LoadersSpec {

    private static final String FIXTURES = Fixtures.class.getName() + "$";

    @SuppressWarnings("unchecked")
    private static GeneratorBody<Object> lambdaOf(ClassLoader loader) throws ReflectiveOperationException {
        var made = loader.loadClass(FIXTURES + "Lambda").getDeclaredConstructor();
        made.setAccessible(true);
        return ((Supplier<GeneratorBody<Object>>) made.newInstance()).get();
    }

    @SuppressWarnings("unchecked")
    private static GeneratorBody<Object> bodyOf(String name, ClassLoader loader) throws ReflectiveOperationException {
        var made = loader.loadClass(FIXTURES + name).getDeclaredConstructor();
        made.setAccessible(true);
        return (GeneratorBody<Object>) made.newInstance();
    }

    private static Built.Loader changing(UnaryOperator<byte[]> file, UnaryOperator<byte[]> loaded) {
        return new Built.Loader(FIXTURES, true, file, loaded);
    }

    @Test
    void aLoaderOfItsOwnIsNoObstacle() throws Exception {
        assertThat(read(lambdaOf(new Built.Loader(FIXTURES)))).containsExactly(1, "helper");
    }

    @Test
    void loadersAreUnloadedWithTheBodiesThatTheyLoaded() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var loader = new Built.Loader(FIXTURES);
            for (int j = 0; j < 150; j++) { // as many as it takes until code is generated that makes them
                assertThat(read(lambdaOf(loader))).hasSize(2);
                assertThat(read(bodyOf("Named", loader))).hasSize(1);
            }
            loaders.add(new WeakReference<>(loader));
        }

        for (int i = 0; i < 100 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
            System.gc();
        }

        assertThat(loaders).allMatch(loader -> loader.get() == null);
    }

    @Test
    void manyThreadsMayBeTheFirst() throws Exception {
        int threads = 16;
        var loader = new Built.Loader(FIXTURES);
        var together = new CyclicBarrier(threads);
        Callable<List<Object>> first = () -> {
            GeneratorBody<Object> lambda = lambdaOf(loader);
            GeneratorBody<Object> named = bodyOf("Named", loader);
            together.await();
            return List.of(read(lambda), read(named));
        };

        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<List<Object>>> all = pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> first).toList());

            for (Future<List<Object>> each : all) {
                assertThat(each.get()).containsExactly(List.of(1, "helper"), List.of("named"));
            }
        }
    }

    @Test
    void aClassFileThatIsNotToBeFoundFallsBack() throws Exception {
        var loader = new Built.Loader(FIXTURES, false, UnaryOperator.identity(), UnaryOperator.identity());

        assertThat(refusal(lambdaOf(loader))).isEqualTo("the class file of " + FIXTURES + "Lambda is not to be found");
    }

    @Test
    void aClassFileThatCannotBeReadFallsBack() throws Exception {
        var loader = new Built.Loader(FIXTURES, true, UnaryOperator.identity(), UnaryOperator.identity()) {
            @Override
            public java.io.InputStream getResourceAsStream(String name) {
                return new java.io.ByteArrayInputStream(new byte[] {1, 2, 3});
            }
        };

        assertThat(refusal(lambdaOf(loader))).startsWith("the class file of " + FIXTURES + "Lambda cannot be read: ");
    }

    @Test
    void anOldClassFileFallsBack() throws Exception {
        var loader = changing(bytes -> Built.inVersion(ClassFile.JAVA_6_VERSION, bytes), UnaryOperator.identity());

        assertThat(refusal(bodyOf("Named", loader)))
                .isEqualTo(FIXTURES + "Named has a class file of version 50: compile it for Java 7 or later");
    }

    @Test
    void aClassFileOfJava8Compiles() throws Exception {
        var loader = changing(bytes -> Built.inVersion(ClassFile.JAVA_8_VERSION, bytes), UnaryOperator.identity());

        assertThat(read(bodyOf("Named", loader))).containsExactly("named");
    }

    @Test
    void aClassThatAnAgentHasChangedFallsBack() throws Exception {
        var loader = changing(UnaryOperator.identity(), Built::instrumented);

        assertThat(refusal(lambdaOf(loader)))
                .isEqualTo(FIXTURES + "Lambda was changed when it was loaded: leave it to the agent that did so, or"
                        + " exclude it there");
    }

    @Test
    void whatTheVirtualMachineDoesNotAcceptFallsBack() throws Exception {
        var body = new Fixtures.Taken();
        assertThat(Class.forName(FIXTURES + "Taken$run$0")).isNotNull();

        assertThat(refusal(body))
                .matches("Fixtures\\$Taken\\.run \\(Fixtures\\.java:\\d+\\) cannot be a class of its own: .*");
    }
}
