package dev.weft.challenges;

import dev.weft.Async;
import dev.weft.challenges.Arguments.Misuse;
import dev.weft.challenges.doctor.Doctor;
import dev.weft.challenges.stage.Pace;
import java.lang.invoke.MethodHandles;
import java.util.List;

/// The command line.
public final class Main {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /// Runs the challenges, and ends this process with 0 if all are proved, 1 if one is not, and 2 if the arguments
    /// make no sense.
    ///
    /// With the word `doctor` alone, looks at the machine and tries Weft out; ends with 1 if something is wrong.
    ///
    /// @param args the word `challenges`, then a number and options; or the word `doctor`
    public static void main(String... args) {
        Async.register(MethodHandles.lookup()); // this module is closed, and its bodies are to be compiled
        System.exit(run(Terminal.ofProcess(), args));
    }

    /// Does what the arguments say, and returns the exit status.
    static int run(Terminal terminal, String... args) {
        if (List.of(args).equals(List.of("doctor"))) {
            return new Examination(terminal).show(Doctor.examine()) ? OK : FAILED;
        }
        try {
            Arguments arguments = Arguments.parse(List.of(args));
            Pace pace = arguments.live() ? Pace.live() : Pace.virtual();
            return new Report(terminal, arguments, pace).run(arguments.challenges()) ? OK : FAILED;
        } catch (Misuse misuse) {
            terminal.err().println("weft: " + misuse.getMessage());
            terminal.err().println(Arguments.USAGE);
            return MISUSED;
        }
    }
}
