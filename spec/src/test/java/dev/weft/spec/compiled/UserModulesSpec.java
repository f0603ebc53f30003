package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bodies in named modules, Weft being one too: each test runs a program on the module path.
class UserModulesSpec {

    private static final String FEED = """
            package shop.feed;

            import dev.weft.*;
            import java.lang.invoke.MethodHandles;
            import java.util.function.Supplier;

            public class Feed {
                private int secret = 1;

                public static void main(String[] arguments) throws Exception {
                    %s
                    new Feed().run();
                }

                private void run() throws Exception {
                    GeneratorBody<Object> body = y -> {
                        y.yield(secret);
                        Supplier<Integer> later = () -> ++secret;
                        y.yield(later.get());
                        helper(y);
                    };
                    System.out.println(Async.explain(body));
                    System.out.println(Async.generator(body).toList());
                    System.out.println(read(body));
                }

                private static String read(GeneratorBody<Object> body) throws Exception {
                    var read = new StringBuilder();
                    for (Object element : Async.generator(body)) {
                        read.append(element).append(';');
                    }
                    return read.toString();
                }

                private void helper(Yielder<Object> y) {
                    y.yield("helper");
                }
            }
            """;

    @TempDir
    private Path folder;

    private String output(String descriptor, String begin) throws IOException, InterruptedException {
        Built.compile(
                folder.resolve("src"),
                folder.resolve("classes"),
                "--module-path",
                Map.of("module-info.java", descriptor, "shop/feed/Feed.java", FEED.formatted(begin)));
        return Launched.java(
                "--module-path",
                Built.weft() + java.io.File.pathSeparator + folder.resolve("classes"),
                "--module",
                "shop/shop.feed.Feed");
    }

    @Test
    void aPackageThatIsOpenToWeftCompiles() throws Exception {
        String output = output("module shop { requires dev.weft; opens shop.feed to dev.weft; }", "");

        assertThat(output).isEqualTo("compiled\n[1, 2, helper]\n2;3;helper;\n");
    }

    @Test
    void anOpenModuleCompiles() throws Exception {
        String output = output("open module shop { requires dev.weft; }", "");

        assertThat(output).isEqualTo("compiled\n[1, 2, helper]\n2;3;helper;\n");
    }

    @Test
    void aModuleThatHasRegisteredItsLookupCompiles() throws Exception {
        String output = output("module shop { requires dev.weft; }", "Async.register(MethodHandles.lookup());");

        assertThat(output).isEqualTo("compiled\n[1, 2, helper]\n2;3;helper;\n");
    }

    @Test
    void aModuleMayRegisterAfterItsBodiesWereRefused() throws Exception {
        String output = output(
                "module shop { requires dev.weft; }", "new Feed().run(); Async.register(MethodHandles.lookup());");

        assertThat(output).endsWith("compiled\n[1, 2, helper]\n2;3;helper;\n").startsWith("thread");
    }

    @Test
    void aClosedModuleFallsBackAndIsToldWhatToDo() throws Exception {
        String output = output("module shop { requires dev.weft; }", "");

        assertThat(output)
                .isEqualTo("thread (compiled: the module shop does not open its package shop.feed: open it to dev.weft"
                        + " or call Async.register(MethodHandles.lookup()))\n[1, 2, helper]\n2;3;helper;\n");
    }

    @Test
    void codeOnTheClassPathCompilesWhenWeftIsAModule() throws Exception {
        String output = besideWeft(Map.of("shop/feed/Feed.java", FEED.formatted("")));

        assertThat(output).isEqualTo("compiled\n[1, 2, helper]\n2;3;helper;\n");
    }

    @Test
    void aPackageWhereTheNameOfTheHookIsTakenFallsBack() throws Exception {
        String output = besideWeft(Map.of(
                "shop/feed/Feed.java",
                FEED.formatted(""),
                "shop/feed/$WeftAccess.java",
                "package shop.feed; class $WeftAccess {}"));

        assertThat(output)
                .matches("(?s)thread \\(compiled: shop\\.feed\\.\\S+ cannot be opened: .*\\)\n.1, 2, helper.*");
    }

    private String besideWeft(Map<String, String> files) throws Exception {
        Built.compile(folder.resolve("src"), folder.resolve("classes"), "--class-path", files);
        return Launched.java(
                "--module-path",
                Built.weft().toString(),
                "--add-modules",
                "dev.weft",
                "--class-path",
                folder.resolve("classes").toString(),
                "shop.feed.Feed");
    }
}
