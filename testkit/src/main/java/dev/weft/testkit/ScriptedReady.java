package dev.weft.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes strands as a list of choices says, and writes down what there was to choose from.
///
/// A choice is made only where more than one strand is ready: 0 is the one that has been ready longest. Where the list
/// ends, 0 is chosen. So the empty list is FIFO order, and counting the lists up like numbers, [#following()], visits
/// every schedule once.
final class ScriptedReady implements Ready {

    private final List<Strand> strands = new ArrayList<>();
    private final List<Integer> script;
    private final List<Integer> made = new ArrayList<>();
    private final List<Integer> offered = new ArrayList<>();

    ScriptedReady(List<Integer> script) {
        this.script = script;
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
        return strands.remove(strands.size() == 1 ? 0 : choose(strands.size()));
    }

    private int choose(int size) {
        int position = made.size();
        int choice = position < script.size() ? script.get(position) : 0;
        if (choice >= size) {
            throw new IllegalStateException("the schedule does not fit the code: choice " + position + " is " + choice
                    + ", but only " + size + " strands are ready; find a new schedule with exploreAll");
        }
        made.add(choice);
        offered.add(size);
        return choice;
    }

    /// Returns the choices made in this run.
    List<Integer> choices() {
        return List.copyOf(made);
    }

    /// Returns the script of the next schedule, or nothing if this was the last.
    Optional<List<Integer>> following() {
        for (int i = made.size() - 1; i >= 0; i--) {
            if (made.get(i) + 1 < offered.get(i)) {
                var next = new ArrayList<>(made.subList(0, i));
                next.add(made.get(i) + 1);
                return Optional.of(List.copyOf(next));
            }
        }
        return Optional.empty();
    }
}
