package dev.weft.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The scenarios among the test resources.
final class Cases {

    private Cases() {}

    /// Those of the reference.
    static List<Path> ofTheReference() {
        return in("/cases");
    }

    /// Those of this project, for what the reference does not reach.
    static List<Path> own() {
        return in("/cases-own");
    }

    static List<Path> all() {
        return Stream.concat(ofTheReference().stream(), own().stream()).toList();
    }

    static Path folder(String resource) {
        URL url = Objects.requireNonNull(Cases.class.getResource(resource), resource);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Path> in(String resource) {
        try (Stream<Path> files = Files.list(folder(resource))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
