package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;
import java.util.List;

/// Patterns: of types and records, with conditions, in `instanceof` and in switches.
class PatternBodies extends Host {

    private static final List<Shape> SHAPES = List.of(
            new Shape.Square(2),
            new Shape.Circle(1.5),
            new Shape.Frame(3, new Shape.Square(4)),
            new Shape.Frame(5, new Shape.Frame(6, new Shape.Circle(0.5))));

    private record Box<T>(T content) {}

    private enum Sign {
        PLUS,
        MINUS
    }

    GeneratorBody<Object> typeTest() {
        return y -> {
            Object[] values = {1, "two", 3L, null, new int[] {4}};
            for (Object value : values) {
                if (value instanceof String text) {
                    y.yield(text.length());
                } else if (value instanceof Integer number && number > 0) {
                    y.yield(number + 1);
                } else if (!(value instanceof Long wide)) {
                    y.yield("neither");
                } else {
                    y.yield(wide);
                }
            }
        };
    }

    GeneratorBody<Object> bindingAliveAcrossYields() {
        return y -> {
            Object value = new Pair(1, "b");
            if (value instanceof Pair(int a, String b)) {
                y.yield(a);
                y.yield(b);
                log(a + b);
            }
            if (!(value instanceof Pair pair)) {
                return;
            }
            y.yield(3);
            log(pair);
        };
    }

    GeneratorBody<Object> typeSwitch() {
        return y -> {
            for (Object value : new Object[] {1, -1, "text", 2L, Color.GREEN, null, 'c'}) {
                switch (value) {
                    case null -> y.yield("null");
                    case Integer i when i > 0 -> y.yield("positive " + i);
                    case Integer i -> {
                        y.yield("other");
                        y.yield(i);
                    }
                    case String s -> y.yield(s);
                    case Color c when c == Color.GREEN -> y.yield(c.weight());
                    default -> log("default");
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> recordSwitch() {
        return y -> {
            double sum = 0;
            for (Shape shape : SHAPES) {
                sum += switch (shape) {
                    case Shape.Square(int side) when side > 3 -> num(y.yield("big"));
                    case Shape.Square(int side) -> side * num(y.yield("square"));
                    case Shape.Circle(double radius) -> radius * num(y.yield("circle"));
                    case Shape.Frame(long width, Shape.Square(int side)) -> width + side + num(y.yield("frame"));
                    case Shape.Frame(long width, Shape inner) -> {
                        y.yield(inner);
                        yield width * num(y.yield(width));
                    }
                };
                log(sum);
            }
            return sum;
        };
    }

    DialogueBody<Object, Object, Object> nestedRecords() {
        return y -> {
            Object value = new Pair(1, new Pair(2, new Pair(num(y.yield(1)), "deep")));
            return switch (value) {
                case Pair(int a, Pair(int b, Pair(int c, String d))) when a + b < num(y.yield(2)) -> d + c + y.yield(d);
                case Pair(int a, Pair(int b, var rest)) -> rest.toString() + a + b + y.yield(rest);
                case Pair p -> p;
                default -> "none";
            };
        };
    }

    DialogueBody<Object, Object, Object> conditionsThatYield() {
        return y -> {
            for (Object value : List.of(1, 2, "x", 3)) {
                switch (value) {
                    case Integer i when num(y.yield(i)) > 4 -> y.yield("more " + i);
                    case Integer i when i == 2 && y.yield("two") == null -> log("two");
                    case Integer i -> y.yield("rest " + i);
                    case Object o -> y.yield(o);
                }
            }
            return "end";
        };
    }

    GeneratorBody<Object> genericRecords() {
        return y -> {
            for (Box<?> box : List.of(new Box<>("s"), new Box<>(1), new Box<>(new Box<>(2L)))) {
                switch (box) {
                    case Box<?>(String s) -> y.yield(s);
                    case Box<?>(Integer i) -> y.yield(i);
                    case Box<?>(Box<?>(var inner)) -> {
                        y.yield(inner);
                        log(inner);
                    }
                    case Box<?>(var other) -> y.yield(String.valueOf(other));
                }
            }
        };
    }

    GeneratorBody<Object> qualifiedConstants() {
        return y -> {
            for (Object value : new Object[] {Sign.PLUS, Sign.MINUS, "s"}) {
                switch (value) {
                    case Sign.PLUS -> y.yield("+");
                    case Sign s -> y.yield(s.name());
                    default -> y.yield(value.toString());
                }
            }
        };
    }

    GeneratorBody<Object> failingMatch() {
        return y -> {
            record Mean(int value) {
                @Override
                public int value() {
                    if (value < 0) {
                        throw new IllegalStateException("no value");
                    }
                    return value;
                }
            }
            for (Object value : List.of(new Mean(1), new Mean(-1))) {
                try {
                    if (value instanceof Mean(int v)) {
                        y.yield(v);
                    }
                } catch (MatchException e) {
                    y.yield(e.getClass().getSimpleName());
                    log(e.getCause().getMessage());
                }
            }
        };
    }

    GeneratorBody<Object> unnamed() {
        return y -> {
            Object value = new Pair(1, new Pair(2, 3));
            if (value instanceof Pair(int a, Pair(var _, var b))) {
                y.yield(a);
                y.yield(b);
            }
            for (var _ : List.of(1, 2)) {
                y.yield("once");
            }
            try {
                y.yield(Integer.parseInt("no"));
            } catch (NumberFormatException _) {
                y.yield("unnamed");
            }
        };
    }

    DialogueBody<Object, Object, Object> patternOfAnAnswer() {
        return y -> {
            if (y.yield(1) instanceof Integer first && y.yield(2) instanceof String second) {
                return first + second;
            }
            return y.yield(3) instanceof Integer ? "number" : "other";
        };
    }

    GeneratorBody<Object> loopWhilePattern() {
        return y -> {
            Object chain = new Pair(1, new Pair(2, new Pair(3, null)));
            while (chain instanceof Pair(int value, Object rest)) {
                y.yield(value);
                chain = rest;
            }
            y.yield("end");
        };
    }

    GeneratorBody<Object> jumpsOutOfASwitch() {
        return y -> {
            outer:
            for (Object value : List.of("a", 1, 2L, "b")) {
                switch (value) {
                    case String s
                    when s.equals("b") -> {
                        y.yield("leave");
                        break outer;
                    }
                    case String s -> y.yield(s);
                    case Integer _ -> {
                        continue outer;
                    }
                    default -> y.yield("default");
                }
                log("after " + value);
            }
        };
    }

    GeneratorBody<Object> dominatingOrder() {
        return y -> {
            for (CharSequence text : List.of("s", new StringBuilder("b"), "long text")) {
                y.yield(
                        switch (text) {
                            case String s when s.length() > 3 -> s.substring(3);
                            case String s -> s + s;
                            case CharSequence c -> c.length();
                        });
            }
        };
    }
}
