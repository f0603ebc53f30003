package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;

/// What is done with iterators.
final class Iterators {

    private Iterators() {}

    static long sum(Iterator<Integer> elements) {
        long sum = 0;
        while (elements.hasNext()) {
            sum += elements.next();
        }
        return sum;
    }

    /// The sum of pairs.
    static long sum(Iterator<Integer> left, Iterator<Integer> right) {
        long sum = 0;
        while (left.hasNext() && right.hasNext()) {
            sum += left.next() + right.next();
        }
        return sum;
    }

    /// Makes iterators, and pulls one element of each until they are empty.
    static long sumInTurn(int alive, int n, IntFunction<Iterator<Integer>> iterator) {
        int rounds = n / alive;
        List<Iterator<Integer>> iterators = new ArrayList<>(alive);
        for (int i = 0; i < alive; i++) {
            iterators.add(iterator.apply(rounds));
        }
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            for (Iterator<Integer> each : iterators) {
                sum += each.next();
            }
        }
        return sum;
    }

    /// Pulls once.
    static Object begun(Iterator<Integer> iterator) {
        iterator.next();
        return iterator;
    }

    /// Pulls once, as an iterator wants it that has to be asked before.
    static Object begunAfterAsking(Iterator<Integer> iterator) {
        return iterator.hasNext() ? begun(iterator) : iterator;
    }
}
