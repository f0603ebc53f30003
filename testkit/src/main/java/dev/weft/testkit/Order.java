package dev.weft.testkit;

import java.util.List;

/// The rule by which a run chooses among its ready strands. Its text is the code that chooses it.
sealed interface Order {

    /// Returns a ready set for one run.
    Ready begin();

    /// First come, first served.
    record Fifo() implements Order {

        @Override
        public Ready begin() {
            return new FifoReady();
        }

        @Override
        public String toString() {
            return "VirtualTime.fifo()";
        }
    }

    /// At random, the same way for the same seed.
    record Seeded(long seed) implements Order {

        @Override
        public Ready begin() {
            return new SeededReady(seed);
        }

        @Override
        public String toString() {
            return "VirtualTime.seed(" + seed + ")";
        }
    }

    /// As written down; after the last choice, first come, first served.
    record Scripted(List<Integer> choices) implements Order {

        @Override
        public ScriptedReady begin() {
            return new ScriptedReady(choices);
        }

        @Override
        public String toString() {
            String list = choices.toString();
            return "VirtualTime.schedule(" + list.substring(1, list.length() - 1) + ")";
        }
    }
}
