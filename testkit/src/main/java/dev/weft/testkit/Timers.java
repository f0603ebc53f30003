package dev.weft.testkit;

import java.util.ArrayList;
import java.util.List;

/// The strands that wait for a time, the earliest first; of equal times, the one that was set first.
///
/// A binary heap in which each strand knows its place, so that an unpark takes it out without a search.
final class Timers {

    private final List<Strand> heap = new ArrayList<>();
    private long tickets;

    boolean isEmpty() {
        return heap.isEmpty();
    }

    Strand earliest() {
        return heap.getFirst();
    }

    void add(Strand strand, long deadline) {
        strand.deadline = deadline;
        strand.ticket = tickets++;
        heap.add(strand);
        siftUp(heap.size() - 1, strand);
    }

    /// Takes a strand out; one that has no timer is left alone.
    void remove(Strand strand) {
        int hole = strand.slot;
        if (hole == Strand.NO_TIMER) {
            return;
        }
        strand.slot = Strand.NO_TIMER;
        Strand last = heap.removeLast();
        if (last != strand) {
            siftDown(hole, last);
            siftUp(last.slot, last);
        }
    }

    private void siftUp(int from, Strand strand) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (!before(strand, heap.get(parent))) {
                break;
            }
            put(place, heap.get(parent));
            place = parent;
        }
        put(place, strand);
    }

    private void siftDown(int from, Strand strand) {
        int place = from;
        while (true) {
            int child = 2 * place + 1;
            if (child + 1 < heap.size() && before(heap.get(child + 1), heap.get(child))) {
                child++;
            }
            if (child >= heap.size() || !before(heap.get(child), strand)) {
                break;
            }
            put(place, heap.get(child));
            place = child;
        }
        put(place, strand);
    }

    private void put(int place, Strand strand) {
        heap.set(place, strand);
        strand.slot = place;
    }

    private static boolean before(Strand a, Strand b) {
        return a.deadline != b.deadline ? a.deadline < b.deadline : a.ticket < b.ticket;
    }
}
