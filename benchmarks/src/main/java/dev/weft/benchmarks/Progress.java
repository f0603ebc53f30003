package dev.weft.benchmarks;

import java.io.PrintStream;
import java.util.Optional;

/// Says how far it is: on one line that is written again and again if that goes to a terminal, else on a line for each
/// chapter.
final class Progress {

    private static final int WIDTH = 78;

    private final PrintStream out;
    private final boolean lively;
    private final int all;
    private final long begun = System.nanoTime();
    private int done;
    private Chapter chapter;

    private Progress(PrintStream out, boolean lively, int all) {
        this.out = out;
        this.lively = lively;
        this.all = all;
    }

    /// @param all how many steps there will be
    static Progress ofProcess(int all) {
        String terminals = Optional.ofNullable(System.getenv("WEFT_TERMINAL")).orElse("");
        return of(System.err, terminals.contains("err"), all);
    }

    static Progress of(PrintStream out, boolean lively, int all) {
        return new Progress(out, lively, all);
    }

    void enter(Chapter next) {
        chapter = next;
        if (!lively) {
            out.printf("%s  %s (%d of %d measurements done)%n", chapter, chapter.title(), done, all);
        }
    }

    /// A measurement begins.
    void step(String name) {
        done++;
        if (lively) {
            String line = "%s %d/%d%s  %s".formatted(chapter, done, all, left(), name);
            out.print("\r\033[K" + line.substring(0, Math.min(WIDTH, line.length())));
            out.flush();
        }
    }

    private String left() {
        if (done < 3) {
            return "";
        }
        long seconds = (System.nanoTime() - begun) / 1_000_000_000 * (all - done) / done;
        return seconds < 60 ? ", less than a minute left" : ", %d minutes left".formatted(seconds / 60 + 1);
    }

    /// Makes place for other lines.
    void pause() {
        if (lively) {
            out.print("\r\033[K");
            out.flush();
        }
    }
}
