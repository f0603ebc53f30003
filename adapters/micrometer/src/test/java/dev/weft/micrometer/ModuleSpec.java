package dev.weft.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the module says of itself: a change here is a change for everybody who depends on it.
class ModuleSpec {

    @Test
    void requiresWhatItsApiShows() throws IOException {
        ModuleDescriptor module = read();

        assertThat(module.requires())
                .extracting(required -> required.modifiers() + " " + required.name())
                .containsExactlyInAnyOrder(
                        "[MANDATED] java.base",
                        "[STATIC] context.propagation",
                        "[STATIC] org.jspecify",
                        "[TRANSITIVE] dev.weft",
                        "[TRANSITIVE] micrometer.core");
    }

    @Test
    void exportsOnePackage() throws IOException {
        ModuleDescriptor module = read();

        assertThat(module.exports()).extracting(Object::toString).containsExactly("dev.weft.micrometer");
        assertThat(module.isOpen()).isFalse();
        assertThat(module.opens()).isEmpty();
    }

    private static ModuleDescriptor read() throws IOException {
        var classes = Path.of("target/classes/module-info.class");
        try (var file = Files.newInputStream(classes)) {
            return ModuleDescriptor.read(file);
        }
    }
}
