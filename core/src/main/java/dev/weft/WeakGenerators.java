package dev.weft;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/// Generators that may be forgotten: those that end or are dropped leave the list some time later.
///
/// Not safe for several threads at once.
final class WeakGenerators {

    private static final int FEW = 64;

    private List<WeakReference<Protocol>> members = new ArrayList<>();
    private int sweepAt = FEW;

    /// Adds a generator. Takes constant time on the average.
    void add(Protocol generator) {
        if (members.size() >= sweepAt) {
            members.removeIf(WeakGenerators::isGone);
            sweepAt = Math.max(FEW, members.size() * 2);
        }
        members.add(new WeakReference<>(generator));
    }

    private static boolean isGone(WeakReference<Protocol> reference) {
        Protocol generator = reference.get();
        return generator == null || generator.state() == State.FINISHED;
    }

    /// Empties the list.
    ///
    /// @return the generators that are left
    List<Protocol> take() {
        var left = new ArrayList<Protocol>();
        for (WeakReference<Protocol> reference : members) {
            Protocol generator = reference.get();
            if (generator != null && generator.state() != State.FINISHED) {
                left.add(generator);
            }
        }
        members = new ArrayList<>();
        sweepAt = FEW;
        return left;
    }
}
