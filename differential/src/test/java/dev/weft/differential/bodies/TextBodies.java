package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;
import java.util.StringJoiner;

/// Texts put together while a body stops.
@SuppressWarnings("serial") // javac suspects members that StringBuilder inherits from a hidden class
class TextBodies extends Host {

    private String field = "f";

    DialogueBody<Object, Object, Object> ofEverything() {
        return y -> "a" + 1 + y.yield("x") + 'c' + 2L + y.yield("y") + 1.5 + 2.5f + true + null + y.yield("z");
    }

    DialogueBody<Object, Object, Object> startingWithAYield() {
        return y -> y.yield(1) + "middle" + y.yield(2);
    }

    DialogueBody<Object, Object, Object> compound() {
        return y -> {
            String text = "s";
            text += y.yield(1);
            text += num(y.yield(2)) + 'c';
            text += "" + 'c' + num(y.yield(3));
            return text;
        };
    }

    DialogueBody<Object, Object, Object> compoundOfAField() {
        return y -> {
            field += num(y.yield(field));
            this.field += "-" + y.yield(field);
            return field;
        };
    }

    DialogueBody<Object, Object, Object> compoundOfAnArray() {
        return y -> {
            String[] texts = {"a", "b"};
            int i = 0;
            texts[i++] += y.yield(texts[i]);
            texts[i] += num(y.yield(texts[0])) + texts[0];
            return texts;
        };
    }

    DialogueBody<Object, Object, Object> evaluatedFromTheLeft() {
        return y -> {
            StringBuilder shared = new StringBuilder("s");
            String text = "" + shared + shared.append(str(y.yield(1))) + y.yield(shared.toString()) + shared;
            return text;
        };
    }

    DialogueBody<Object, Object, Object> changedWhileWaiting() {
        return y -> {
            int i = 1;
            return "i" + i + (i = num(y.yield(i))) + i + i++ + y.yield(i) + i;
        };
    }

    DialogueBody<Object, Object, Object> ofWideValues() {
        return y -> {
            long l = 1L << 40;
            double d = 1e10;
            return l + ":" + d + num(y.yield(l)) + d * 2 + (l + num(y.yield(d)));
        };
    }

    DialogueBody<Object, Object, Object> withBuilders() {
        return y -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                text.append(i).append(y.yield(text.length())).append(';');
            }
            return text.reverse().toString();
        };
    }

    DialogueBody<Object, Object, Object> withMoreParts() {
        return y -> {
            int a = 1;
            String b = "b";
            long c = 3;
            return a
                    + b
                    + c
                    + a
                    + b
                    + c
                    + y.yield(a + b)
                    + a
                    + b
                    + c
                    + a
                    + b
                    + c
                    + a
                    + b
                    + c
                    + y.yield(b + c)
                    + a
                    + b
                    + c
                    + a
                    + b
                    + c
                    + a
                    + b
                    + c
                    + a
                    + b
                    + c
                    + a
                    + b
                    + c;
        };
    }

    GeneratorBody<String> blocks() {
        return y -> {
            String block = """
                    first "line"
                      second\tline
                    """;
            for (String line : block.lines().toList()) {
                y.yield(line);
            }
            y.yield("%s has %d".formatted("text", block.length()));
        };
    }

    GeneratorBody<Object> joined() {
        return y -> {
            var joiner = new StringJoiner(", ", "[", "]");
            for (String word : "to be or not".split(" ")) {
                y.yield(joiner.add(word).length());
            }
            y.yield(joiner.toString());
        };
    }

    DialogueBody<Object, Object, Object> ofNulls() {
        return y -> {
            String nothing = null;
            nothing += y.yield(nothing);
            Object none = null;
            return nothing + none + y.yield(none);
        };
    }
}
