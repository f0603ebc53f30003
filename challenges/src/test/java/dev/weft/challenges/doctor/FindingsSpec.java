package dev.weft.challenges.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsSpec {

    private static Finding ofJava(String subject, Map<String, String> properties, String... arguments) {
        return found(subject, new JavaHere(properties, List.of(arguments)).findings());
    }

    private static Finding found(String subject, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOldJavaIsAProblem() {
        assertThat(JavaHere.version(21).fix()).hasValue("install a JDK 25 or later, and set JAVA_HOME to it");
        assertThat(JavaHere.version(25).isBad()).isFalse();
    }

    @Test
    void theSchedulerIsAsItWasSet() {
        var set = Map.of("jdk.virtualThreadScheduler.parallelism", "4");
        var nonsense = Map.of("jdk.virtualThreadScheduler.parallelism", "many");

        assertThat(ofJava("parallelism", set).state())
                .isEqualTo("4 carriers, by -Djdk.virtualThreadScheduler.parallelism");
        assertThat(ofJava("parallelism", nonsense).isBad()).isTrue();
    }

    @Test
    void threadDumpsWithoutVirtualThreadsAreAProblem() {
        assertThat(ofJava("thread dumps", Map.of("jdk.trackAllThreads", "false"))
                        .isBad())
                .isTrue();
        assertThat(ofJava("thread dumps", Map.of()).isBad()).isFalse();
    }

    @Test
    void flagsAreListed() {
        assertThat(ofJava("flags", Map.of(), "-XX:+UseZGC", "-Xmx1g").state()).isEqualTo("-XX:+UseZGC");
        assertThat(ofJava("AOT cache", Map.of(), "-XX:AOTCache=app.aot").state())
                .isEqualTo("-XX:AOTCache=app.aot");
    }

    @Test
    void aPropertyThatNothingReadsIsAProblem() {
        var findings = new WeftHere(Map.of("dev.weft.engin", "thread")).findings();

        assertThat(found("property", findings).fix())
                .hasValue("nothing reads it; there are dev.weft.engine, dev.weft.jfr, dev.weft.traces");
    }

    @Test
    void whatFailsIsAProblemWithItsFix() {
        Finding failed = SelfTest.tried(
                "reading",
                () -> {
                    throw new IOException("no disk");
                },
                "buy one");

        assertThat(failed).isEqualTo(new Finding("reading", "java.io.IOException: no disk", Optional.of("buy one")));
    }
}
