package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;

/// The elements of a type: ofType.
class OfTypeSpec {

    private final Journal journal = new Journal();

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    @EachDrive
    void ofTypeGivesTheInstances(Drive drive) throws Exception {
        AsyncGenerator<String> texts = of(1, "two", null, 3L, "four").ofType(String.class);

        read(drive, texts);

        assertThat(journal).containsExactly("read two", "read four");
    }

    @EachDrive
    void ofTypeTakesInterfacesAndSuperclasses(Drive drive) throws Exception {
        AsyncGenerator<Number> numbers = of(1, "two", 3L).ofType(Number.class);

        read(drive, numbers);

        assertThat(journal).containsExactly("read 1", "read 3");
    }

    @EachDrive
    void thereMayBeNone(Drive drive) throws Exception {
        read(drive, journal.source("source", 1).ofType(String.class));
        read(drive, of().ofType(String.class));

        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @VirtualTimeTest
    void theClassOfAPrimitiveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).ofType(int.class))
                .withMessageStartingWith("type must not be primitive, was int");
    }
}
