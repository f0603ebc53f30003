package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the first element of a process does not wait for.
class StartUpSpec {

    private static final String PROGRAM = """
            public class Program {
                private static int begin = 5;

                static dev.weft.AsyncGenerator<Object> count(int n) {
                    return dev.weft.Async.generator(y -> {
                        for (int i = begin; i < n; i++) {
                            try {
                                y.yield(new StringBuilder().append(i));
                            } catch (IllegalStateException e) {
                                y.yield(n);
                            }
                        }
                    });
                }

                public static void main(String[] arguments) {
                    System.out.println(count(10).iterator().next());
                }
            }
            """;

    @TempDir
    private Path folder;

    private List<String> loaded = List.of();

    @BeforeEach
    void pullOneElement() throws Exception {
        Built.compile(
                folder.resolve("src"), folder.resolve("classes"), "--class-path", Map.of("Program.java", PROGRAM));
        loaded = Launched.java(
                        "-Xlog:class+load:stdout:none",
                        "--class-path",
                        Built.weft() + java.io.File.pathSeparator + folder.resolve("classes"),
                        "Program")
                .lines()
                .toList();
    }

    @Test
    void isMadeByTheCompiledEngine() {
        assertThat(loaded).contains("5").anyMatch(line -> line.startsWith("dev.weft.internal.compiled.ResumeCode "));
    }

    @Test
    void noLambdaOfWeftIsMade() {
        assertThat(loaded).noneMatch(line -> line.startsWith("dev.weft.") && line.contains("$$Lambda"));
    }

    @Test
    void noConcatenationAndNoRecordIsLinked() {
        assertThat(loaded)
                .noneMatch(line -> line.startsWith("java.lang.invoke.StringConcatFactory "))
                .noneMatch(line -> line.startsWith("java.lang.runtime.ObjectMethods "));
    }

    @Test
    void nothingOfOperatorsRunsAndTasksIsLoaded() {
        assertThat(loaded)
                .noneMatch(line -> line.startsWith("dev.weft.MergeSteps "))
                .noneMatch(line -> line.startsWith("dev.weft.RunScope "))
                .noneMatch(line -> line.startsWith("dev.weft.RunningTask "))
                .noneMatch(line -> line.startsWith("dev.weft.Execution "))
                .noneMatch(line -> line.startsWith("dev.weft.internal.jfr."));
    }
}
