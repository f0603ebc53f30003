package dev.weft.benchmarks;

import java.io.File;
import java.nio.file.Path;

/// Weft as it is in another checkout, measured by this checkout's workloads: so it shows what a change has brought.
///
/// @param checkout where its core was built
record OtherBuild(Path checkout) implements Contender {

    private static final String CLASS_PATH = "java.class.path";
    private static final Weft WEFT = new Weft();

    /// Where a checkout has the core, when it was built.
    static Path core(Path checkout) {
        return checkout.resolve("core/target/classes");
    }

    /// By which tables tell it from others.
    static String name(Path checkout) {
        return String.valueOf(checkout.toAbsolutePath().normalize().getFileName());
    }

    @Override
    public String name() {
        return WEFT.name() + " of " + name(checkout);
    }

    /// Neither Weft, which has the goals, nor a peer.
    @Override
    public Role role() {
        return Role.BY_HAND;
    }

    @Override
    public void enter(Entries entries) {
        WEFT.enter(entries);
    }

    /// Measures the entry of the same name of Weft, in a process that finds the other core first.
    @Override
    public Sample sample(Entry entry, Effort effort) throws Exception {
        var same = new Entry(entry.workload(), WEFT, entry.variant(), entry.elements(), entry.limit(), entry.work());
        String path = System.getProperty(CLASS_PATH);
        System.setProperty(
                CLASS_PATH, core(checkout).toAbsolutePath() + File.pathSeparator + path); // JMH takes it there
        try {
            return Jmh.sample(same, effort);
        } finally {
            System.setProperty(CLASS_PATH, path);
        }
    }
}
