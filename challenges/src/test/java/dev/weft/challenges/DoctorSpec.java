package dev.weft.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.challenges.doctor.Doctor;
import dev.weft.challenges.doctor.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoctorSpec {

    private static final List<Doctor.Part> ILL = List.of(
            new Doctor.Part("Java", List.of(new Finding("version", "25", Optional.empty()))),
            new Doctor.Part("Weft", List.of(new Finding("engine", "none", Optional.of("choose another one")))));

    @Test
    void findsThisMachineWell() {
        var screen = Screen.piped();

        int status = Main.run(screen.terminal(), "doctor");

        assertThat(screen.out()).endsWith("doctor: all is well" + System.lineSeparator());
        assertThat(screen.out().lines())
                .anyMatch(line -> line.matches("  ok  version +25.*"))
                .anyMatch(line -> line.matches("  ok  engine +(compiled|thread)"))
                .anyMatch(line -> line.matches("  ok  leak guard +works, \\d+ ms"));
        assertThat(status).isZero();
    }

    @Test
    void showsWhatIsWrongAndHowToMendIt() {
        var screen = Screen.piped();

        boolean well = new Examination(screen.terminal()).show(ILL);

        assertThat(well).isFalse();
        assertThat(screen.out()).isEqualToNormalizingNewlines("""
                Java
                  ok  version  25

                Weft
                  NO  engine   none
                               fix: choose another one

                doctor: 1 problem
                """);
    }

    @Test
    void isPlainInAPipeAndColouredOnATerminal() {
        var pipe = Screen.piped();
        var terminal = Screen.terminal(80);

        new Examination(pipe.terminal()).show(ILL);
        new Examination(terminal.terminal()).show(ILL);

        assertThat(pipe.out()).doesNotContain("\u001b");
        assertThat(terminal.out()).contains("\u001b[31mNO\u001b[0m", "\u001b[32mok\u001b[0m");
    }

    @Test
    void takesNoFurtherArguments() {
        var screen = Screen.piped();

        int status = Main.run(screen.terminal(), "doctor", "--now");

        assertThat(status).isEqualTo(2);
    }
}
