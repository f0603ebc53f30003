package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.RunOptions;
import dev.weft.testkit.VirtualTimeTest;
import java.util.ArrayList;

/// Examples of seeing what runs. The Javadoc shows the regions.
class ObservingSnippets {

    @VirtualTimeTest
    void dumpOfARun() throws Exception {
        var shown = new ArrayList<String>();

        // @start region="dump"
        run(RunOptions.defaults().name("import"), () -> {
            spawn(
                    "reader",
                    () -> generator("pages", y -> {
                                sleep(ms(20));
                                y.yield("page");
                            })
                            .toList());
            sleep(ms(5));
            shown.add(dump());
        });
        // @end

        assertThat(shown).singleElement().asString().contains("task reader").contains("waits for sleep 20ms, for 5ms");
    }

    private static final ScopedValue<String> USER = ScopedValue.newInstance();

    @VirtualTimeTest
    void carryingAScopedValue() throws Exception {
        var shown = new ArrayList<String>();

        // @start region="carrying"
        ScopedValue.where(USER, "ada")
                .call(() -> run(carrying(USER), () -> {
                    var greeting = spawn(() -> "hello " + USER.get());
                    return shown.add(greeting.await());
                }));
        // @end

        assertThat(shown).containsExactly("hello ada");
    }
}
