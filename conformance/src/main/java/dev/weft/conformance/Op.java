package dev.weft.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One operation of a scenario, as it stands in its JSON.
record Op(Map<String, @Nullable Object> fields) {

    String name() {
        return text("op");
    }

    boolean has(String field) {
        return fields.get(field) != null;
    }

    boolean mentions(String field) {
        return fields.containsKey(field);
    }

    @Nullable Object value(String field) {
        return fields.get(field);
    }

    String text(String field) {
        if (fields.get(field) instanceof String text) {
            return text;
        }
        throw new BadScenario("operation " + fields + " needs a text \"" + field + "\"");
    }

    int number(String field) {
        if (fields.get(field) instanceof Number number) {
            return number.intValue();
        }
        throw new BadScenario("operation " + fields + " needs a number \"" + field + "\"");
    }

    int number(String field, int otherwise) {
        return has(field) ? number(field) : otherwise;
    }

    boolean flag(String field, boolean otherwise) {
        return fields.get(field) instanceof Boolean flag ? flag : otherwise;
    }

    Op op(String field) {
        return of(Objects.requireNonNullElse(fields.get(field), "nothing"));
    }

    List<Op> ops(String field) {
        return listOf(Objects.requireNonNullElse(fields.get(field), List.of()));
    }

    static Op of(Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new BadScenario("an operation must be an object, was " + json);
        }
        @SuppressWarnings("unchecked") // JSON's keys are texts
        var fields = (Map<String, @Nullable Object>) map;
        return new Op(fields);
    }

    static List<Op> listOf(Object json) {
        if (!(json instanceof List<?> list)) {
            throw new BadScenario("operations must be a list, were " + json);
        }
        var ops = new ArrayList<Op>();
        list.forEach(element -> ops.add(of(Objects.requireNonNull(element))));
        return ops;
    }
}
