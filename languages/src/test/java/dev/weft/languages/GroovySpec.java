package dev.weft.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Groovy that is compiled statically becomes state machines; its closures and its dynamic code run on threads.
class GroovySpec {

    @TempDir
    static Path folder;

    private static Bodies bodies;

    @BeforeAll
    static void compile() throws Exception {
        bodies = Language.GROOVY.bodies(folder);
    }

    @Test
    void aLambdaThatIsCompiledStaticallyCompiles() throws Exception {
        assertThat(bodies.read("staticLambda")).containsExactly(1, 2);
    }

    @Test
    void aClassThatIsCompiledStaticallyCompiles() throws Exception {
        assertThat(bodies.read("staticClass")).containsExactly(1, 2);
    }

    @Test
    void aClosureFallsBack() throws Exception {
        assertThat(bodies.refusal("closure"))
                .endsWith(" is a proxy, whose code is elsewhere: write a lambda or a class, in Groovy under"
                        + " @CompileStatic");
        assertThat(bodies.readAnyhow("closure")).containsExactly(1, 2);
    }

    @Test
    void aClosureThatIsCompiledStaticallyFallsBack() throws Exception {
        assertThat(bodies.refusal("staticClosure")).contains(" is a proxy, ");
        assertThat(bodies.readAnyhow("staticClosure")).containsExactly(1, 2);
    }

    @Test
    void aDynamicLambdaFallsBack() throws Exception {
        assertThat(bodies.refusal("dynamicLambda")).contains(" is a proxy, ");
        assertThat(bodies.readAnyhow("dynamicLambda")).containsExactly(1, 2);
    }

    @Test
    void aDynamicClassFallsBack() throws Exception {
        assertThat(bodies.refusal("dynamicClass"))
                .matches("the yielder is passed to a call that is linked when it runs, GroovyBodies\\.groovy:\\d+: in"
                        + " Groovy, compile it under @CompileStatic");
        assertThat(bodies.readAnyhow("dynamicClass")).containsExactly(1, 2);
    }
}
