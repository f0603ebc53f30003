package dev.weft.testkit;

import java.util.ArrayList;
import java.util.List;

/// Takes any strand, each with the same probability, the same way for the same seed.
///
/// The generator is written out here, so that a seed noted down today finds the same schedule on any later JDK.
///
/// - **Source**: SplitMix64, Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
final class SeededReady implements Ready {

    private final List<Strand> strands = new ArrayList<>();
    private long state;

    SeededReady(long seed) {
        state = seed;
    }

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
        int size = strands.size();
        int choice = size == 1 ? 0 : (int) Math.unsignedMultiplyHigh(random(), size);
        Strand last = strands.removeLast();
        return choice == size - 1 ? last : strands.set(choice, last);
    }

    private long random() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
