package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.GeneratorBody;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bodies that are too large.
class SizesSpec {

    @TempDir
    private Path folder;

    private GeneratorBody<?> built(String code) throws Exception {
        Built.compile(
                folder.resolve("src"), folder.resolve("classes"), "--class-path", Map.of("Large.java", """
                        public class Large implements dev.weft.GeneratorBody<Object> {
                            public void run(dev.weft.Yielder<Object> y) {
                                %s
                            }
                        }
                        """.formatted(
                                code)));
        var loader = new URLClassLoader(
                new URL[] {folder.resolve("classes").toUri().toURL()},
                getClass().getClassLoader());
        return (GeneratorBody<?>)
                loader.loadClass("Large").getDeclaredConstructor().newInstance();
    }

    @Test
    void codeThatGrowsBeyondTheLimitOfAMethodFallsBack() throws Exception {
        GeneratorBody<?> body = built("y.yield(1);\n".repeat(5_000));

        assertThat(Compiled.refusal(body)).startsWith("Large.run (Large.java:3) cannot be a class of its own: ");
    }

    @Test
    void aJumpThatGrowsBeyondItsLimitFallsBack() throws Exception {
        GeneratorBody<?> body = built("while (hashCode() != 0) {\n" + "y.yield(1);\n".repeat(2_200) + "}\n");

        assertThat(Compiled.refusal(body)).startsWith("Large.run (Large.java:3) cannot be a class of its own: ");
    }

    @Test
    void aLargeBodyWithinTheLimitsCompiles() throws Exception {
        GeneratorBody<?> body = built("y.yield(1);\n".repeat(800));

        assertThat(Compiled.read(body)).hasSize(800);
    }
}
