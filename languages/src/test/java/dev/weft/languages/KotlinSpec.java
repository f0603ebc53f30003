package dev.weft.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kotlin's lambdas are compiled as Java's are; what they inline counts as the body's own code.
class KotlinSpec {

    @TempDir
    static Path folder;

    private static Bodies bodies;

    @BeforeAll
    static void compile() throws Exception {
        bodies = Language.KOTLIN.bodies(folder, OPTIONS);
    }

    private static final String[] OPTIONS = {"-no-stdlib", "-no-reflect", "-jvm-target", "25"};

    @Test
    void aLambdaCompiles() throws Exception {
        assertThat(bodies.read("lambda")).containsExactly(1, 2);
    }

    @Test
    void aLambdaMayCaptureVariablesAndUseWhatIsPrivate() throws Exception {
        assertThat(bodies.read("capturing")).containsExactly(8, 10, 13);
    }

    @Test
    void aHelperMayYield() throws Exception {
        assertThat(bodies.read("helper")).containsExactly(1, 2);
    }

    @Test
    void aLambdaThatIsInlinedMayYield() throws Exception {
        assertThat(bodies.read("inlined")).containsExactly("a", "b", 0, 1, 7);
    }

    @Test
    void aTryMayYieldInEachPart() throws Exception {
        assertThat(bodies.read("guarded")).containsExactly('x', "caught", "finally");
    }

    @Test
    void aWhenCompiles() throws Exception {
        assertThat(bodies.read("chosen")).containsExactly(2, 4, null);
    }

    @Test
    void anObjectExpressionCompiles() throws Exception {
        assertThat(bodies.read("expression")).containsExactly("of an object");
    }

    @Test
    void aReferenceToAFunctionCompiles() throws Exception {
        assertThat(bodies.read("reference")).containsExactly("referred to");
    }

    @Test
    void aBodyMayDelegate() throws Exception {
        assertThat(bodies.read("delegating")).containsExactly(1, 2);
    }

    @Test
    void aDialogueCompiles() throws Exception {
        assertThat(bodies.answer("dialogue", "answer")).isEqualTo("heard answer");
    }

    @Test
    void aYieldInALambdaThatIsNotInlinedFallsBack() throws Exception {
        assertThat(bodies.refusal("notInlined"))
                .matches("yield inside a nested lambda or method reference, KotlinBodies\\.kt:\\d+: .*");
        assertThat(bodies.readAnyhow("notInlined")).containsExactly(1, 2);
    }

    @Test
    void aYieldInSynchronizedFallsBack() throws Exception {
        assertThat(bodies.refusal("locked")).matches("yield inside synchronized, KotlinBodies\\.kt:\\d+: .*");
        assertThat(bodies.readAnyhow("locked")).containsExactly(1);
    }

    @Test
    void lambdasThatAreMadeClassesCompile(@TempDir Path other) throws Exception {
        var options = new ArrayList<>(List.of(OPTIONS));
        options.add("-Xsam-conversions=class");

        Bodies classes = Language.KOTLIN.bodies(other, options.toArray(String[]::new));

        assertThat(classes.read("lambda")).containsExactly(1, 2);
        assertThat(classes.read("capturing")).containsExactly(8, 10, 13);
        assertThat(classes.answer("dialogue", "answer")).isEqualTo("heard answer");
    }
}
