package dev.weft.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is measured, by letter. A chapter has a file of results and a chart of its own.
enum Chapter {
    A("push", "Push", "Boxed integers are given to a function, one after the other, by the thread that makes them."),
    B("pull", "Pull", "Boxed integers are asked for one at a time; none is made before it is asked for."),
    C(
            "chain",
            "Map, filter, take, sum",
            "Each element is mapped, half of them pass a filter, and a limit ends the source."),
    D("two-sources", "Two sources", "One value of each of two sources per step."),
    E("memory", "Memory", "What a suspended generator, which has yielded once, takes of the heap."),
    F("create", "Create", "A generator is made, pulled once and closed."),
    G("depth", "Depth", "Elements that come out of a recursion, or through a chain of delegations."),
    H("overlap", "Overlap", "A function that takes a millisecond is applied to each element, to 100 at a time."),
    I(
            "fairness",
            "Fairness",
            "10,000 generators that sleep for a millisecond before each element, all at the same time."),
    J("virtual-time", "Virtual time", "Tasks that sleep for a millisecond of virtual time, again and again."),
    K("start-up", "Start-up", "From nothing to the first element, in a new process."),
    L("growth", "Growth", "How the cost of an element grows with what is around it.");

    private final String file;
    private final String title;
    private final String subject;

    Chapter(String file, String title, String subject) {
        this.file = file;
        this.title = title;
        this.subject = subject;
    }

    /// The name of its files, without an ending.
    String file() {
        return file;
    }

    String title() {
        return title;
    }

    /// One sentence on what is measured.
    String subject() {
        return subject;
    }

    List<Workload> workloads() {
        return Arrays.stream(Workload.values())
                .filter(workload -> workload.chapter() == this)
                .toList();
    }

    static Optional<Chapter> of(String letter) {
        return Arrays.stream(values())
                .filter(chapter -> chapter.name().equalsIgnoreCase(letter))
                .findFirst();
    }

    static String letters() {
        return Arrays.stream(values()).map(Chapter::name).collect(Collectors.joining(","));
    }
}
