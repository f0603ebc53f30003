package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.differential.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What consumers send in, and what becomes of it.
class SentBodies extends Host {

    private Object field;

    DialogueBody<Object, Object, Object> echo() {
        return y -> {
            Object heard = null;
            for (int i = 0; i < 5; i++) {
                heard = y.yield(heard);
            }
            return heard;
        };
    }

    DialogueBody<Integer, Integer, Integer> average() {
        return y -> {
            int sum = 0;
            int count = 0;
            for (int i = 0; i < 6; i++) {
                Integer next = y.yield(count == 0 ? 0 : sum / count);
                if (next != null) {
                    sum += next;
                    count++;
                }
            }
            return sum;
        };
    }

    DialogueBody<Object, Object, Object> untilSomethingIsSent() {
        return y -> {
            int asked = 0;
            Object answer;
            do {
                answer = y.yield(asked++);
            } while (answer == null && asked < 6);
            return answer;
        };
    }

    DialogueBody<Object, Object, Object> collected() {
        return y -> {
            List<Object> all = new ArrayList<>();
            while (all.size() < 5) {
                all.add(y.yield(all.size()));
            }
            return all;
        };
    }

    DialogueBody<Object, Object, Object> storedInFieldsAndArrays() {
        return y -> {
            Object[] array = new Object[2];
            field = y.yield(1);
            array[0] = y.yield(2);
            array[1] = field;
            this.field = y.yield(array.clone());
            return many(field, array);
        };
    }

    DialogueBody<String, Integer, Integer> typed() {
        return y -> {
            Integer first = y.yield("first");
            int second = first == null ? 0 : first;
            Integer third = y.yield("third");
            return second + (third == null ? -1 : third);
        };
    }

    DialogueBody<Object, String, Object> typedText() {
        return y -> {
            String text = y.yield("text?");
            log(text == null ? -1 : text.length());
            return text + y.yield("more?");
        };
    }

    DialogueBody<Object, int[], Object> typedArray() {
        return y -> {
            int[] numbers = y.yield("numbers?");
            return numbers == null ? "none" : numbers.length;
        };
    }

    DialogueBody<Object, Map<String, List<Integer>>, Object> typedGeneric() {
        return y -> {
            var map = y.yield("map?");
            return map == null ? new TreeMap<>() : map.keySet();
        };
    }

    DialogueBody<Object, Object, Object> steeringTheLoop() {
        return y -> {
            for (int i = 0; i < 20; i++) {
                Object step = y.yield(i);
                if (step instanceof Integer jump) {
                    i += jump;
                } else if (step instanceof String) {
                    break;
                }
            }
            return "end";
        };
    }

    DialogueBody<Object, Object, Object> sentIntoATry() {
        return y -> {
            String heard = "";
            try {
                heard += str(y.yield(1));
                heard += ((String) y.yield(2)).length();
            } catch (ClassCastException | NullPointerException e) {
                heard += e.getClass().getSimpleName() + str(y.yield(3));
            } finally {
                heard += str(y.yield(4));
            }
            return heard;
        };
    }

    DialogueBody<Object, Object, Object> noResult() {
        return y -> {
            y.yield(1);
            return null;
        };
    }

    DialogueBody<Object, Object, Object> resultWithoutAYield() {
        return y -> "at once";
    }

    DialogueBody<Object, Object, Object> primitiveResult() {
        return y -> num(y.yield(1)) * 2L;
    }

    DialogueBody<Object, Object, Object> oneOfManyResults() {
        return y -> {
            int answer = num(y.yield("which"));
            if (answer == 4) {
                return "four";
            } else if (answer > 4) {
                return answer;
            }
            for (int i = 0; ; i++) {
                if (y.yield(i) == null) {
                    return new Pair(i, "pair");
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> askedInOrder() {
        return y -> y.yield("a") + "|" + y.yield("b") + "|" + y.yield("c");
    }

    DialogueBody<Object, Object, Object> comparedWithIdentity() {
        return y -> {
            Object first = y.yield(1);
            Object second = y.yield(2);
            return first == second;
        };
    }

    DialogueBody<Object, Object, Object> accumulator() {
        return y -> {
            long total = 0;
            double weight = 1;
            while (total < 40) {
                Object sent = y.yield(total);
                total += (long) (num(sent) * weight);
                weight += 0.5;
            }
            return total;
        };
    }
}
