package dev.weft.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scala's lambdas are compiled as Java's are; the body of a `for` is a lambda of its own.
class ScalaSpec {

    @TempDir
    static Path folder;

    private static Bodies bodies;

    @BeforeAll
    static void compile() throws Exception {
        bodies = Language.SCALA.bodies(folder);
    }

    @Test
    void aLambdaCompiles() throws Exception {
        assertThat(bodies.read("lambda")).containsExactly(1, 2);
    }

    @Test
    void aLambdaMayCaptureVariablesAndUseWhatIsPrivate() throws Exception {
        assertThat(bodies.read("capturing")).containsExactly(7, 8, 9);
    }

    @Test
    void aHelperMayYield() throws Exception {
        assertThat(bodies.read("helper")).containsExactly(1, 2);
    }

    @Test
    void aTryMayYieldInEachPart() throws Exception {
        assertThat(bodies.read("guarded")).containsExactly("caught", "finally");
    }

    @Test
    void aMatchCompiles() throws Exception {
        assertThat(bodies.read("chosen")).containsExactly("small");
    }

    @Test
    void anObjectOfANamedClassCompiles() throws Exception {
        assertThat(bodies.read("named")).containsExactly("of a class");
    }

    @Test
    void aReferenceToAMethodCompiles() throws Exception {
        assertThat(bodies.read("reference")).containsExactly("referred to");
    }

    @Test
    void aDialogueCompiles() throws Exception {
        assertThat(bodies.answer("dialogue", "answer")).isEqualTo("heard answer");
    }

    @Test
    void aYieldInAForFallsBack() throws Exception {
        assertThat(bodies.refusal("comprehension"))
                .matches("yield inside a nested lambda or method reference, ScalaBodies\\.scala:\\d+: .*");
        assertThat(bodies.readAnyhow("comprehension")).containsExactly(1, 2);
    }
}
