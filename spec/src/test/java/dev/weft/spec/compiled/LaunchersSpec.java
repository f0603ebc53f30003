package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same program however it is started.
class LaunchersSpec {

    private static final String PROGRAM = """
            import dev.weft.*;

            public class Program {
                private static int secret = 1;

                public static void main(String[] arguments) throws Exception {
                    GeneratorBody<Object> body = y -> {
                        y.yield(secret);
                        for (int i = 0; i < 2; i++) {
                            y.yield(i);
                        }
                    };
                    System.out.println(Async.explain(body).engine());
                    for (Object element : Async.generator(body)) {
                        System.out.println(element);
                    }
                }
            }
            """;

    private static final String COMPILED = "compiled\n1\n0\n1\n";

    @TempDir
    private Path folder;

    private String classPath() throws Exception {
        Built.compile(
                folder.resolve("src"), folder.resolve("classes"), "--class-path", Map.of("Program.java", PROGRAM));
        return Built.weft() + java.io.File.pathSeparator + folder.resolve("classes");
    }

    @Test
    void fromTheClassPath() throws Exception {
        assertThat(Launched.java("--class-path", classPath(), "Program")).isEqualTo(COMPILED);
    }

    @Test
    void fromASourceFile() throws Exception {
        Path file = Files.writeString(folder.resolve("Program.java"), PROGRAM);

        assertThat(Launched.java("--class-path", Built.weft().toString(), file.toString()))
                .isEqualTo(COMPILED);
    }

    @Test
    void fromJshell() throws Exception {
        String output = Launched.run("jshell", """
                import dev.weft.*
                GeneratorBody<Object> body = y -> { for (int i = 0; i < 2; i++) y.yield("element " + i); }
                for (Object element : Async.generator(body)) System.out.println(element);
                System.out.println("on " + Async.explain(body).engine());
                /exit
                """, "--class-path", Built.weft().toString(), "-s", "-");

        assertThat(output).contains("element 0", "element 1", "on compiled");
    }

    @Test
    void underADebugger() throws Exception {
        String output = Launched.java(
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0",
                "--class-path",
                classPath(),
                "Program");

        assertThat(output)
                .startsWith("Listening for transport dt_socket at address: ")
                .endsWith(COMPILED);
    }

    @Test
    void underJacoco() throws Exception {
        String agent = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.contains("org.jacoco.agent"))
                .findFirst()
                .orElseThrow();

        String output = Launched.java(
                "-javaagent:" + agent + "=destfile=" + folder.resolve("jacoco.exec"),
                "--class-path",
                classPath(),
                "Program");

        assertThat(output).isEqualTo("thread\n1\n0\n1\n");
    }

    @Test
    void withTheEngineSwitchedOff() throws Exception {
        assertThat(Launched.java("-Ddev.weft.engine=thread", "--class-path", classPath(), "Program"))
                .isEqualTo("thread\n1\n0\n1\n");
    }
}
