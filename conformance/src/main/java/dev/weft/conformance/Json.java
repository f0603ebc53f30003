package dev.weft.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/// Reads and writes scenarios and traces.
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /// Reads a file that is one value.
    static Object read(Path file) {
        return parse(text(file), file.toString());
    }

    /// Reads a file that is one value a line.
    static List<Object> readLines(Path file) {
        var values = new ArrayList<Object>();
        int number = 0;
        for (String line : text(file).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                values.add(parse(line, file + ":" + number));
            }
        }
        return values;
    }

    static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static Object parse(String text, String place) {
        try {
            return Objects.requireNonNull(MAPPER.readValue(text, Object.class), "null");
        } catch (JacksonException | NullPointerException malformed) {
            String reason = malformed instanceof JacksonException json ? json.getOriginalMessage() : "nothing there";
            throw new BadScenario(place + " is not well-formed JSON: " + reason.split(" \\(start", -1)[0]);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new BadScenario("there is no file " + file);
        } catch (IOException unreadable) {
            throw new BadScenario("cannot read " + file + ": " + unreadable.getMessage());
        }
    }
}
