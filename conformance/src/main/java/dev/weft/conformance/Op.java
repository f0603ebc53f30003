package dev.weft.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One operation of a scenario as it stands in its JSON, or another object there; and its place, empty for the whole.
record Op(Map<String, @Nullable Object> fields, String place) {

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
        throw needs("a text", field);
    }

    /// A whole number that is not negative.
    int number(String field) {
        if (fields.get(field) instanceof Integer number && number >= 0) {
            return number;
        }
        throw needs("a whole number", field);
    }

    int number(String field, int otherwise) {
        return has(field) ? number(field) : otherwise;
    }

    boolean flag(String field, boolean otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        if (fields.get(field) instanceof Boolean flag) {
            return flag;
        }
        throw needs("true or false", field);
    }

    Op op(String field) {
        return of(fields.get(field), child(field));
    }

    /// The operations of a list, which may be missing.
    List<Op> ops(String field) {
        Object value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw needs("a list", field);
        }
        var ops = new ArrayList<Op>();
        for (Object element : list) {
            ops.add(of(element, child(field) + "[" + ops.size() + "]"));
        }
        return ops;
    }

    /// Fails if the list is missing.
    void demand(String field) {
        if (!has(field)) {
            throw needs("a list", field);
        }
    }

    static Op of(@Nullable Object json, String place) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new BadScenario(
                    (place.isEmpty() ? "the scenario" : place) + " must be an object, was " + Json.write(json));
        }
        @SuppressWarnings("unchecked") // JSON's keys are texts
        var fields = (Map<String, @Nullable Object>) map;
        return new Op(fields, place);
    }

    private String child(String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    BadScenario needs(String what, String field) {
        String name = fields.get("op") instanceof String known ? " (" + known + ")" : "";
        String where = place.isEmpty() ? "the scenario" : place;
        return new BadScenario(where + name + " needs " + what + " as \"" + field + "\"");
    }

    BadScenario unknown(String where) {
        return new BadScenario(place + " is an unknown operation in " + where + ": \"" + name() + "\"");
    }
}
