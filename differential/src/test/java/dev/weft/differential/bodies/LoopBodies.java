package dev.weft.differential.bodies;

import dev.weft.GeneratorBody;
import dev.weft.differential.Host;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Loops of every kind, with labels and without.
class LoopBodies extends Host {

    GeneratorBody<Integer> counting() {
        return y -> {
            for (int i = 0; i < 5; i++) {
                log(i);
                y.yield(i);
            }
        };
    }

    GeneratorBody<Integer> twoCounters() {
        return y -> {
            for (int i = 0, j = 10; i < j; i += 3, j--) {
                y.yield(i * j);
            }
        };
    }

    GeneratorBody<Integer> whileTrue() {
        return y -> {
            int i = 0;
            while (true) {
                y.yield(i++);
                if (i > 4) {
                    return;
                }
            }
        };
    }

    GeneratorBody<Integer> endless() {
        return y -> {
            for (int i = 0; ; i++) {
                y.yield(i);
            }
        };
    }

    GeneratorBody<Integer> doWhile() {
        return y -> {
            int i = 3;
            do {
                y.yield(i);
            } while (--i > 0);
        };
    }

    GeneratorBody<Integer> countingDownInTheCondition() {
        return y -> {
            int n = 4;
            while (n-- > 0) {
                y.yield(n);
            }
            y.yield(n);
        };
    }

    GeneratorBody<Integer> overAnArray() {
        return y -> {
            int[][] table = {{1, 2}, {}, {3}};
            for (int[] row : table) {
                for (int cell : row) {
                    y.yield(cell);
                }
                log(row.length);
            }
        };
    }

    GeneratorBody<Object> overArraysOfEachKind() {
        return y -> {
            for (char c : "abc".toCharArray()) {
                if (c == 'b') {
                    continue;
                }
                y.yield(c);
            }
            for (long l : new long[] {1, 2}) {
                y.yield(l);
            }
            for (String s : new String[] {"x", null}) {
                y.yield(s);
            }
            for (boolean b : new boolean[] {true, false}) {
                y.yield(b);
            }
        };
    }

    GeneratorBody<Integer> overAList() {
        return y -> {
            for (int element : List.of(3, 1, 2)) {
                y.yield(element);
            }
        };
    }

    GeneratorBody<Integer> overAMap() {
        return y -> {
            Map<String, List<Integer>> map = new TreeMap<>(Map.of("a", List.of(1, 2), "b", List.of(3)));
            for (var entry : map.entrySet()) {
                for (int value : entry.getValue()) {
                    log(entry.getKey());
                    y.yield(value);
                }
            }
        };
    }

    GeneratorBody<Integer> withAnIterator() {
        return y -> {
            Iterator<Integer> numbers = IntStream.range(0, 4).boxed().iterator();
            while (numbers.hasNext()) {
                int number = numbers.next();
                if (number % 2 == 1) {
                    y.yield(number);
                }
            }
        };
    }

    GeneratorBody<Integer> labelled() {
        return y -> {
            outer:
            for (int i = 0; ; i++) {
                int j = 0;
                do {
                    if (j == 2) {
                        continue outer;
                    }
                    if (i == 3) {
                        break outer;
                    }
                    y.yield(i * 10 + j);
                    j++;
                } while (true);
            }
            y.yield(-1);
        };
    }

    GeneratorBody<Integer> threeDeep() {
        return y -> {
            for (int i = 0; i < 2; i++) {
                for (int j = i; j < 2; j++) {
                    for (int k = j; k < 3; k++) {
                        y.yield(i * 100 + j * 10 + k);
                    }
                    log("j" + j);
                }
                y.yield(-i);
            }
        };
    }

    GeneratorBody<Integer> emptyOnes() {
        return y -> {
            for (int i = 0; i < 0; i++) {
                y.yield(i);
            }
            while (tick() < 3) {
                log("turn");
            }
            for (int none : new int[0]) {
                y.yield(none);
            }
            y.yield(7);
        };
    }

    GeneratorBody<Integer> yieldInTheUpdate() {
        return y -> {
            int i = 0;
            for (y.yield(-1); i < 3; y.yield(i++)) {
                log(i);
            }
        };
    }

    GeneratorBody<Integer> changedWhileRunning() {
        return y -> {
            List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
            for (int element : list) {
                y.yield(element);
                if (element == 2) {
                    list.add(4);
                }
            }
        };
    }

    GeneratorBody<Integer> primes() {
        return y -> {
            search:
            for (int n = 2; n < 30; n++) {
                for (int d = 2; d * d <= n; d++) {
                    if (n % d == 0) {
                        continue search;
                    }
                }
                y.yield(n);
            }
        };
    }

    GeneratorBody<Long> fibonacci() {
        return y -> {
            long a = 0;
            long b = 1;
            while (a < 1_000_000_000_000L) {
                y.yield(a);
                long next = a + b;
                a = b;
                b = next;
            }
        };
    }

    GeneratorBody<Object> permutations() {
        return y -> {
            int[] p = {1, 2, 3};
            while (true) {
                y.yield(p.clone());
                int i = p.length - 2;
                while (i >= 0 && p[i] > p[i + 1]) {
                    i--;
                }
                if (i < 0) {
                    return;
                }
                int j = p.length - 1;
                while (p[j] < p[i]) {
                    j--;
                }
                int t = p[i];
                p[i] = p[j];
                p[j] = t;
                for (int l = i + 1, r = p.length - 1; l < r; l++, r--) {
                    t = p[l];
                    p[l] = p[r];
                    p[r] = t;
                }
            }
        };
    }

    GeneratorBody<Object> groups() {
        return y -> {
            Map<Integer, List<String>> groups = new LinkedHashMap<>();
            for (String word : "a bb c ddd ee f".split(" ")) {
                groups.computeIfAbsent(word.length(), _ -> new ArrayList<>()).add(word);
                if (groups.size() > 1) {
                    y.yield(groups.keySet());
                }
            }
            for (var group : groups.entrySet()) {
                y.yield(group.getValue());
            }
        };
    }
}
