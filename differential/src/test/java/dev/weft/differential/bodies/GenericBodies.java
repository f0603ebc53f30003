package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.DialogueYielder;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import dev.weft.differential.Host;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// Generics, varargs, and types that meet where two paths do.
class GenericBodies extends Host {

    GeneratorBody<Integer> ofAGenericMethod() {
        return largest(3, "p", "r", "q");
    }

    @SafeVarargs
    private <E extends Comparable<E>> GeneratorBody<Integer> largest(int k, E... elements) {
        return y -> {
            E best = elements[0];
            for (E element : elements) {
                if (element.compareTo(best) > 0) {
                    best = element;
                }
                y.yield(k + element.hashCode());
            }
            log(best);
            y.yield(elements.length);
        };
    }

    GeneratorBody<Object> collectionsThatMeet() {
        return y -> {
            for (int i = 0; i < 4; i++) {
                Collection<?> c = i % 2 == 0 ? new ArrayList<>(List.of(i)) : new HashSet<>(Set.of(i));
                y.yield(c);
                log(c.size());
            }
        };
    }

    GeneratorBody<Object> numbersThatMeet() {
        return y -> {
            for (int i = 0; i < 4; i++) {
                Number n = i < 2 ? Integer.valueOf(i) : (Number) Double.valueOf(i);
                y.yield(n);
                log(n.intValue() + n.hashCode());
            }
        };
    }

    GeneratorBody<Object> interfacesThatMeet() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                CharSequence text = i == 0 ? new StringBuilder("sb") : i == 1 ? "s" : new StringBuffer("buffer");
                y.yield(text.length());
                log(text.charAt(0));
                var both = i == 0 ? "x" : (Comparable<?> & Serializable) 5;
                y.yield(both);
                log(both);
            }
        };
    }

    GeneratorBody<Object> arraysThatMeet() {
        return y -> {
            for (int i = 0; i < 4; i++) {
                Object o = i == 3 ? new int[] {1} : i == 2 ? new String[][] {{"q"}} : new Object[] {i};
                y.yield(o);
                log(o.getClass().isArray());
                Object[] array = i % 2 == 0 ? new Integer[] {i} : new String[] {"s"};
                y.yield(array);
                log(array.length);
            }
        };
    }

    GeneratorBody<Object> nullMeetsAType() {
        return y -> {
            String text = null;
            for (int i = 0; i < 3; i++) {
                List<Integer> list = i == 1 ? null : List.of(i);
                y.yield(text);
                text = list == null ? null : list.toString();
                y.yield(list);
            }
            log(text);
        };
    }

    GeneratorBody<Object> classesThatMeetInALoop() {
        return y -> {
            Object current = "start";
            for (int i = 0; i < 4; i++) {
                y.yield(current);
                current = i == 0 ? (Object) i : i == 1 ? List.of(current) : new Pair(i, current);
            }
            log(current);
        };
    }

    DialogueBody<Object, Object, Object> varargs() {
        return y -> many()
                + many(y.yield(1))
                + many(1, y.yield(2), 3)
                + many(new Object[] {y.yield(3), "in an array"})
                + many((Object) new Object[] {y.yield(4)});
    }

    DialogueBody<Object, Object, Object> varargsHelper() {
        return y -> all(y, 1, 2, 3) + all(y) + all(y, num(y.yield("x")));
    }

    private static int all(DialogueYielder<Object, Object> y, int... numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += num(y.yield(number));
            numbers = new int[] {9};
        }
        return sum + numbers.length;
    }

    GeneratorBody<Object> ofAGenericClass() {
        return new Container<>(List.of("a", "b")).body();
    }

    private record Container<T extends Iterable<String>>(T content) {
        GeneratorBody<Object> body() {
            return y -> {
                for (String text : content) {
                    y.yield(text);
                    y.yield(content.getClass().isArray());
                }
            };
        }
    }

    GeneratorBody<String> mapped() {
        return map(List.of(1, 2, 3), n -> "n" + n);
    }

    private static <A, B> GeneratorBody<B> map(Iterable<A> source, Function<? super A, ? extends B> function) {
        return y -> {
            for (A a : source) {
                y.yield(function.apply(a));
            }
        };
    }

    GeneratorBody<Integer> scanned() {
        return scan(List.of(1, 2, 3, 4).iterator(), Integer::sum);
    }

    private static <T> GeneratorBody<T> scan(Iterator<T> source, BinaryOperator<T> operator) {
        return y -> {
            T last = null;
            boolean first = true;
            while (source.hasNext()) {
                T next = source.next();
                last = first ? next : operator.apply(last, next);
                first = false;
                y.yield(last);
            }
        };
    }

    GeneratorBody<Object> bounded() {
        return y -> emit(y, new ArrayList<>(List.of(3, 1, 2)), Comparator.reverseOrder());
    }

    private static <T extends Comparable<? super T> & Serializable> void emit(
            Yielder<? super T> y, List<T> items, Comparator<? super T> order) {
        items.sort(order);
        T previous = null;
        for (T item : items) {
            if (previous != null && item.compareTo(previous) > 0) {
                throw new AssertionError();
            }
            y.yield(item);
            previous = item;
        }
    }

    GeneratorBody<Object> mapOfLists() {
        return y -> {
            Map<Boolean, List<Integer>> parts = new HashMap<>();
            for (int i = 0; i < 5; i++) {
                List<Integer> part = parts.computeIfAbsent(i % 2 == 0, _ -> new ArrayList<>());
                part.add(i);
                y.yield(part.size());
            }
            y.yield(parts.get(true));
        };
    }

    DialogueBody<Object, Object, Object> castOfAGeneric() {
        return y -> {
            List<Object> list = new ArrayList<>();
            list.add(y.yield(1));
            list.add("text");
            try {
                return GenericBodies.<Integer>first(list) + 1;
            } catch (ClassCastException | NullPointerException e) {
                return e.getClass().getSimpleName() + y.yield(2);
            }
        };
    }

    @SuppressWarnings("unchecked") // the wrong type is the point
    private static <T> T first(List<?> list) {
        return (T) list.getFirst();
    }
}
