package dev.weft.conformance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/// Reads and writes scenarios and traces.
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /// Reads a file that is one value.
    static @Nullable Object read(Path file) {
        return parse(text(file), file.toString());
    }

    /// Reads a trace: a file that is one object a line.
    static List<Map<?, ?>> readTrace(Path file) {
        var events = new ArrayList<Map<?, ?>>();
        int number = 0;
        for (String line : text(file).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                String place = file + ":" + number;
                if (!(parse(line, place) instanceof Map<?, ?> event)) {
                    throw new BadScenario(place + " is not an event: " + line.strip());
                }
                events.add(event);
            }
        }
        return events;
    }

    static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static @Nullable Object parse(String text, String place) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JacksonException malformed) {
            String reason = String.valueOf(malformed.getOriginalMessage()).split(" \\(start", -1)[0];
            throw new BadScenario(place + " is not well-formed JSON: " + reason);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new BadScenario("there is no file " + file);
        } catch (CharacterCodingException malformed) {
            throw new BadScenario(file + " is not in UTF-8");
        } catch (IOException unreadable) {
            throw new BadScenario("cannot read " + file + ": " + unreadable.getMessage());
        }
    }
}
