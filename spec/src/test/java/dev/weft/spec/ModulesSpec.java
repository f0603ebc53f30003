package dev.weft.spec;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.challenges.Main;
import dev.weft.testkit.VirtualTime;
import dev.weft.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What each module says of itself: a change here is a change for everybody who depends on it.
class ModulesSpec {

    @Test
    void core() throws IOException {
        assertThat(descriptorOf(Async.class)).isEqualTo("""
                module dev.weft
                exports dev.weft
                exports dev.weft.spi
                provides dev.weft.spi.Engine with dev.weft.internal.compiled.CompiledEngine
                provides dev.weft.spi.Engine with dev.weft.internal.thread.ThreadEngine
                provides dev.weft.spi.Observer with dev.weft.internal.jfr.FlightObserver
                provides dev.weft.spi.Runtime with dev.weft.internal.realtime.RealTime
                requires java.base
                requires static jdk.jfr
                requires static org.jspecify
                uses dev.weft.spi.Engine
                uses dev.weft.spi.Observer
                uses dev.weft.spi.Runtime""");
    }

    @Test
    void testkit() throws IOException {
        assertThat(descriptorOf(VirtualTime.class)).isEqualTo("""
                module dev.weft.testkit
                exports dev.weft.testkit
                opens dev.weft.testkit to [org.junit.platform.commons]
                requires java.base
                requires static org.jspecify
                requires static org.junit.jupiter.api
                requires transitive dev.weft""");
    }

    @Test
    void challenges() throws IOException {
        assertThat(descriptorOf(Main.class)).isEqualTo("""
                module dev.weft.challenges
                requires dev.weft
                requires dev.weft.testkit
                requires dev.weft.timeline
                requires java.base
                requires static org.jspecify
                uses dev.weft.spi.Runtime""");
    }

    @Test
    void timeline() throws IOException {
        assertThat(descriptorOf(Timeline.class)).isEqualTo("""
                module dev.weft.timeline
                exports dev.weft.timeline
                exports dev.weft.timeline.junit
                opens dev.weft.timeline.junit to [org.junit.platform.commons]
                requires java.base
                requires static dev.weft.testkit
                requires static org.jspecify
                requires static org.junit.jupiter.api
                requires transitive dev.weft""");
    }

    private static String descriptorOf(Class<?> member) throws IOException {
        var location =
                member.getProtectionDomain().getCodeSource().getLocation().toString();
        String root = location.endsWith(".jar") ? "jar:" + location + "!/" : location;
        try (InputStream file = URI.create(root + "module-info.class").toURL().openStream()) {
            return text(ModuleDescriptor.read(file));
        }
    }

    private static String text(ModuleDescriptor module) {
        Stream<String> rows = Stream.of(
                        module.requires().stream().map(r -> "requires " + modifiers(r.modifiers()) + r.name()),
                        module.exports().stream()
                                .map(e -> "exports " + modifiers(e.modifiers()) + e.source() + to(e.targets())),
                        module.opens().stream()
                                .map(o -> "opens " + modifiers(o.modifiers()) + o.source() + to(o.targets())),
                        module.uses().stream().map(u -> "uses " + u),
                        module.provides().stream()
                                .flatMap(p -> p.providers().stream()
                                        .map(provider -> "provides " + p.service() + " with " + provider)))
                .flatMap(row -> row)
                .sorted();
        return "module " + module.name() + "\n" + rows.collect(joining("\n"));
    }

    private static String modifiers(Set<? extends Enum<?>> modifiers) {
        return modifiers.stream()
                .map(Enum::name)
                .filter(name -> !name.equals("MANDATED"))
                .map(name -> name.toLowerCase(Locale.ROOT) + " ")
                .sorted(Comparator.reverseOrder())
                .collect(joining());
    }

    private static String to(Set<String> targets) {
        return targets.isEmpty() ? "" : " to " + targets;
    }
}
