package dev.weft.testkit;

import java.util.ArrayDeque;
import java.util.Queue;

/// Takes the strand that has been ready longest.
final class FifoReady implements Ready {

    private final Queue<Strand> strands = new ArrayDeque<>();

    @Override
    public boolean isEmpty() {
        return strands.isEmpty();
    }

    @Override
    public void add(Strand strand) {
        strands.add(strand);
    }

    @Override
    public Strand take() {
        return strands.remove();
    }
}
