package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;

/// Switches over numbers, texts and constants, old and new.
@SuppressWarnings("fallthrough") // part of the language
class SwitchBodies extends Host {

    GeneratorBody<Integer> oldWithFallThrough() {
        return y -> {
            for (int i = 0; i < 5; i++) {
                switch (i) {
                    case 0:
                        y.yield(0);
                    case 1:
                        y.yield(1);
                        break;
                    case 3:
                        log("three");
                    default:
                        y.yield(-i);
                }
            }
        };
    }

    GeneratorBody<Integer> sparse() {
        return y -> {
            for (int i : new int[] {-1_000, 7, 1_000_000, Integer.MIN_VALUE}) {
                switch (i) {
                    case -1_000:
                        y.yield(1);
                        break;
                    case 1_000_000:
                        y.yield(2);
                        continue;
                    case Integer.MIN_VALUE:
                        y.yield(3);
                        return;
                    default:
                        log(i);
                }
                y.yield(i);
            }
        };
    }

    GeneratorBody<Integer> arrows() {
        return y -> {
            for (int i = 0; i < 4; i++) {
                switch (i) {
                    case 0 -> y.yield(10);
                    case 1, 2 -> {
                        log("block");
                        y.yield(20);
                        y.yield(21);
                    }
                    default -> log("default");
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> asAnExpression() {
        return y -> {
            int sum = 0;
            for (int i = 0; i < 4; i++) {
                sum += i
                        * switch (i) {
                            case 0 -> num(y.yield("zero"));
                            case 1 -> {
                                y.yield("one");
                                yield num(y.yield("uno"));
                            }
                            case 2 -> 7;
                            default -> throw new IllegalStateException("three " + sum + y.yield("three"));
                        };
            }
            return sum;
        };
    }

    DialogueBody<Object, Object, Object> oldAsAnExpression() {
        return y -> {
            String text = "";
            for (int i = 0; i < 3; i++) {
                text += switch (i) {
                    case 0:
                        y.yield(1);
                    case 1:
                        yield "low" + num(y.yield(2));
                    default:
                        yield "high";
                };
            }
            return text;
        };
    }

    GeneratorBody<Integer> ofTexts() {
        return y -> {
            for (String text : new String[] {"Aa", "BB", "C", "", "none"}) { // the first two have the same hash
                switch (text) {
                    case "Aa":
                        y.yield(1);
                        break;
                    case "BB":
                        y.yield(2);
                    case "C":
                        y.yield(3);
                        break;
                    case "":
                        y.yield(4);
                        break;
                    default:
                        y.yield(text.length());
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> ofAYieldedText() {
        return y -> switch (str(y.yield("which?"))) {
            case "nil" -> y.yield("nil");
            case "1", "text" -> {
                y.yield("some");
                yield y.yield("more");
            }
            case String other -> "other " + other + y.yield(other);
        };
    }

    GeneratorBody<Integer> ofConstants() {
        return y -> {
            for (Color color : Color.values()) {
                switch (color) {
                    case RED -> y.yield(1);
                    case GREEN -> {
                        y.yield(2);
                        log(color);
                    }
                    case BLUE -> y.yield(color.weight());
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> ofConstantsAsAnExpression() {
        return y -> {
            int sum = 0;
            for (Color color : Color.values()) {
                sum += switch (color) {
                    case RED -> num(y.yield("red"));
                    case GREEN -> 100;
                    case BLUE -> color.weight() * num(y.yield("blue"));
                };
            }
            return sum;
        };
    }

    GeneratorBody<Integer> oldOfConstants() {
        return y -> {
            for (Color color : new Color[] {Color.BLUE, Color.RED, null}) {
                switch (color) {
                    case RED:
                        y.yield(1);
                        break;
                    default:
                        y.yield(2);
                }
            }
        };
    }

    GeneratorBody<Integer> nested() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                switch (i) {
                    case 0:
                        switch (tick()) {
                            case 1:
                                y.yield(1);
                                break;
                            default:
                                y.yield(2);
                        }
                    case 1:
                        y.yield(3);
                        break;
                    default:
                        for (int j = 0; j < 3; j++) {
                            switch (j) {
                                case 1:
                                    continue;
                                default:
                                    y.yield(40 + j);
                            }
                            log("j" + j);
                        }
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> nestedExpressions() {
        return y -> 1
                + switch (num(y.yield(1)) % 2) {
                    case 0 ->
                        2
                                + switch (num(y.yield(2)) % 3) {
                                    case 1 -> num(y.yield(3));
                                    default -> 4;
                                };
                    default -> 5 * num(y.yield(6));
                };
    }

    GeneratorBody<Integer> withTries() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                switch (i) {
                    case 0 -> {
                        try {
                            y.yield(1);
                        } finally {
                            log("f");
                        }
                    }
                    case 1 -> {
                        try {
                            throw new IllegalStateException();
                        } catch (IllegalStateException e) {
                            y.yield(2);
                        }
                    }
                    default -> throw new IllegalArgumentException("case " + i);
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> tryInsideAnExpression() {
        return y -> {
            int base = 10;
            return base
                    + switch (num(y.yield(1))) {
                        case 4 -> {
                            try {
                                yield num(y.yield(2)) / (base - 10);
                            } catch (ArithmeticException e) {
                                yield num(y.yield(3));
                            } finally {
                                log("finally");
                            }
                        }
                        default -> 0;
                    };
        };
    }

    DialogueBody<Object, Object, Object> ofACharacter() {
        return y -> {
            StringBuilder text = new StringBuilder();
            for (char c : "a1?".toCharArray()) {
                text.append(
                        switch (c) {
                            case 'a', 'b' -> num(y.yield(c));
                            case '1' -> 'x';
                            default -> 2.5;
                        });
            }
            return text.toString();
        };
    }

    DialogueBody<Object, Object, Object> ofABox() {
        return y -> {
            Integer box = num(y.yield(1));
            switch (box) {
                case 4 -> y.yield("four");
                case Integer i when i > 4 -> y.yield(i);
                case Integer i -> log(i);
            }
            return box;
        };
    }

    GeneratorBody<Integer> asAStateMachine() {
        return y -> {
            int state = 0;
            while (true) {
                switch (state) {
                    case 0:
                        y.yield(state);
                        state = 2;
                        continue;
                    case 1:
                        y.yield(state);
                        return;
                    case 2:
                        state = 1;
                        break;
                    default:
                        throw new AssertionError(state);
                }
                log("broke");
            }
        };
    }

    GeneratorBody<Integer> declarationsInACase() {
        return y -> {
            for (int i = 0; i < 2; i++) {
                switch (i) {
                    case 0:
                        int shared = 5;
                        y.yield(shared);
                        break;
                    default:
                        shared = 6;
                        y.yield(shared);
                        log(shared);
                }
            }
        };
    }
}
