package dev.weft.benchmarks;

/// A thing to do, the same for all contenders, that ends with a number by which it is seen to be done right.
///
/// A workload is done for a number of elements. Some have a size besides: how deep, how long or how many.
enum Workload {
    PUSH_INLINED(Chapter.A, "the sink adds up and is inlined", 1_000_000, 0),
    PUSH_OPAQUE(Chapter.A, "the sink adds up behind a call", 1_000_000, 0),
    PULL_PLATFORM(Chapter.B, "by a platform thread", 100_000, 0),
    PULL_VIRTUAL(Chapter.B, "by a virtual thread", 100_000, 0),
    CHAIN_PUSHED(Chapter.C, "pushed", 100_000, 0),
    CHAIN_PULLED(Chapter.C, "pulled", 100_000, 0),
    STEP_READY(Chapter.D, "sources that do not wait", 100_000, 0),
    STEP_TIMED(Chapter.D, "sources that sleep for a millisecond; at best a step takes 1,000,000 ns", 20, 0),
    CREATE(Chapter.F, "made, pulled once and closed", 10_000, 0),
    RECURSION_1(Chapter.G, "recursion, 1 level", 100_000, 1),
    RECURSION_20(Chapter.G, "recursion, 20 levels", 100_000, 20),
    RECURSION_1000(Chapter.G, "recursion, 1,000 levels", 100_000, 1_000),
    DELEGATION_1(Chapter.G, "delegation, 1 level", 100_000, 1),
    DELEGATION_20(Chapter.G, "delegation, 20 levels", 100_000, 20),
    DELEGATION_1000(Chapter.G, "delegation, 1,000 levels", 100_000, 1_000),
    OVERLAP(Chapter.H, "100 at a time; at best an element takes 10,000 ns", 5_000, 100),
    SWITCHES_10(Chapter.J, "10 tasks", 10_000, 10),
    SWITCHES_10000(Chapter.J, "10,000 tasks", 100_000, 10_000),
    ELEMENTS_1E3(Chapter.L, "pull of 1,000 elements", 1_000, 0),
    ELEMENTS_1E5(Chapter.L, "pull of 100,000 elements", 100_000, 0),
    ELEMENTS_1E7(Chapter.L, "pull of 10,000,000 elements", 10_000_000, 0),
    LENGTH_1(Chapter.L, "pull through 1 map", 100_000, 1),
    LENGTH_10(Chapter.L, "pull through 10 maps", 100_000, 10),
    LENGTH_100(Chapter.L, "pull through 100 maps", 100_000, 100),
    ALIVE_1(Chapter.L, "1 generator alive", 100_000, 1),
    ALIVE_1000(Chapter.L, "1,000 generators alive, pulled in turn", 100_000, 1_000),
    ALIVE_100000(Chapter.L, "100,000 generators alive, pulled in turn", 10_000_000, 100_000);

    private final Chapter chapter;
    private final String title;
    private final int elements;
    private final int size;

    Workload(Chapter chapter, String title, int elements, int size) {
        this.chapter = chapter;
        this.title = title;
        this.elements = elements;
        this.size = size;
    }

    Chapter chapter() {
        return chapter;
    }

    String title() {
        return title;
    }

    /// How many elements it is measured with.
    int elements() {
        return elements;
    }

    /// How deep, how long or how many.
    int size() {
        return size;
    }

    /// The number that it ends with if all is right.
    ///
    /// @param n the elements, a multiple of the size and even
    long expected(int n) {
        return switch (chapter) {
            case C -> n / 2L * (n / 2L + 1);
            case D -> n * (n - 1L);
            case J -> n;
            case L -> expectedOfGrowth(n);
            default -> sumBelow(n);
        };
    }

    private long expectedOfGrowth(int n) {
        return switch (this) {
            case LENGTH_1, LENGTH_10, LENGTH_100 -> sumBelow(n) + (long) n * size;
            case ALIVE_1, ALIVE_1000, ALIVE_100000 -> size * sumBelow(n / size);
            default -> sumBelow(n);
        };
    }

    private static long sumBelow(long n) {
        return n * (n - 1) / 2;
    }
}
