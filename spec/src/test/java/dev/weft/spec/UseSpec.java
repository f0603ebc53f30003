package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// `use`: resources that live as long as the body.
class UseSpec {

    private final Journal journal = new Journal();

    private AutoCloseable resource(String name) {
        return () -> journal.note(name + " closed");
    }

    private static AutoCloseable failingWith(Exception failure) {
        return () -> {
            throw failure;
        };
    }

    @EachDrive
    void resourcesAreClosedWhenTheBodyEndsTheLastOneFirst(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(resource("first"));
            y.use(resource("second"));
            y.yield(1);
            journal.note("body ends");
        });

        drive.read(numbers, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 1", "body ends", "second closed", "first closed");
    }

    @EachDrive
    void useReturnsTheResource(Drive drive) throws Exception {
        AutoCloseable resource = resource("it");
        AsyncGenerator<Boolean> sameness = generator(y -> y.yield(y.use(resource) == resource));

        drive.read(sameness, same -> journal.note("same " + same));

        assertThat(journal).containsExactly("same true", "it closed");
    }

    @EachDrive
    void resourcesAreClosedAfterTheFinallyOfTheBody(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.use(resource("it"));
                y.yield(1);
            } finally {
                journal.note("finally");
            }
        });

        drive.read(numbers, number -> {});

        assertThat(journal).containsExactly("finally", "it closed");
    }

    @EachDrive
    void resourcesAreClosedWhenTheBodyFails(Drive drive) {
        var failure = new IOException("of the body");
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(resource("it"));
            y.yield(1);
            throw failure;
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> {}));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("it closed");
    }

    @EachDrive
    void resourcesAreClosedWhenTheConsumerFails(Drive drive) {
        var failure = new IOException("of the consumer");
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(resource("it"));
            y.yield(1);
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("it closed");
    }

    @VirtualTimeTest
    void resourcesAreClosedByAClose() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(resource("it"));
            y.yield(1);
        });
        numbers.anext().await();

        numbers.close();

        assertThat(journal).containsExactly("it closed");
    }

    @EachDrive
    void aResourceThatFailsToCloseIsAFailureOfTheBody(Drive drive) {
        var failure = new IOException("of the resource");
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(failingWith(failure));
            y.yield(1);
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> {}));

        assertThat(error).isSameAs(failure);
    }

    @EachDrive
    void aResourceThatFailsToCloseIsSuppressedInAFailureOfTheBody(Drive drive) {
        var ofTheBody = new IOException("of the body");
        var ofTheResource = new IOException("of the resource");
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(failingWith(ofTheResource));
            y.yield(1);
            throw ofTheBody;
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> {}));

        assertThat(error).isSameAs(ofTheBody);
        assertThat(error.getSuppressed()).contains(ofTheResource);
    }

    @EachDrive
    void theOtherResourcesAreClosedAllTheSame(Drive drive) {
        var first = new IOException("first");
        var second = new IOException("second");
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(failingWith(first));
            y.use(resource("it"));
            y.use(failingWith(second));
            y.yield(1);
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> {}));

        assertThat(error).isSameAs(second);
        assertThat(error.getSuppressed()).contains(first);
        assertThat(journal).containsExactly("it closed");
    }

    @VirtualTimeTest
    void aResourceThatFailsToCloseMakesTheCloseFail() throws Exception {
        var failure = new IOException("of the resource");
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(failingWith(failure));
            y.yield(1);
        });
        numbers.anext().await();

        assertThat(catchThrowable(numbers::close)).isSameAs(failure);
    }

    @VirtualTimeTest
    void aResourceThatFailsToCloseIsSuppressedInTheFailureOfTheConsumer() {
        var ofTheConsumer = new IOException("of the consumer");
        var ofTheResource = new IOException("of the resource");
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(failingWith(ofTheResource));
            y.yield(1);
        });

        var error = catchThrowable(() -> numbers.each(number -> {
            throw ofTheConsumer;
        }));

        assertThat(error).isSameAs(ofTheConsumer);
        assertThat(error.getSuppressed()).containsExactly(ofTheResource);
    }

    @VirtualTimeTest
    void aResourceOfATryWithResourcesInTheBodyThatFailsToCloseMakesTheCloseFail() throws Exception {
        var failure = new IOException("of the resource");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try (AutoCloseable resource = failingWith(failure)) {
                y.yield(resource.hashCode());
            }
        });
        numbers.anext().await();

        assertThat(catchThrowable(numbers::close)).isSameAs(failure);
    }

    @EachDrive
    void aGeneratorMayBeAResource(Drive drive) throws Exception {
        AsyncGenerator<Integer> inner = journal.source("inner", 1, 2);
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(inner);
            y.yield(inner.anext().await());
        });

        drive.read(numbers, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("inner 1", "read 1", "inner closed");
    }

    @VirtualTimeTest
    void dialoguesUseResourcesToo() throws Exception {
        Dialogue<String, Void, String> dialogue = dialogue(y -> {
            y.use(resource("it"));
            y.yield("first");
            return "result";
        });

        dialogue.forEach(journal::note);

        assertThat(journal).containsExactly("first", "it closed");
        assertThat(dialogue.result()).isEqualTo("result");
    }

    @VirtualTimeTest
    void nothingIsNoResource() {
        AsyncGenerator<Integer> numbers = generator(y -> y.use(null));

        assertThatNullPointerException().isThrownBy(numbers.anext()::await).withMessage("resource");
    }

    // ---- a body that is stuck ----

    /// Waits, deaf to interrupts, until the resource is closed.
    private final AsyncGenerator<Integer> stuck = generator(y -> {
        var freed = new CompletableFuture<String>();
        y.use(() -> {
            journal.noteTime("resource closed");
            freed.complete("by its close");
        });
        while (!freed.isDone()) {
            try {
                Awaitable.of((CompletionStage<String>) freed).await();
            } catch (InterruptedException e) {
                journal.noteTime("deaf");
            }
        }
        journal.noteTime("body freed");
    });

    @VirtualTimeTest
    void aCloseFreesABodyThatIgnoresItsInterruptByClosingItsResourcesAfterASecond() throws Exception {
        Task<Integer> step = spawn(stuck.anext());
        pause(100);

        stuck.close();

        assertThat(journal).containsExactly("deaf at 100", "resource closed at 1100", "body freed at 1100");
        assertThat(catchThrowable(step::await)).isNotNull();
    }

    @VirtualTimeTest
    void aCloseFreesABodyThatIsPushedInTheSameWay() throws Exception {
        Task<Void> reader = spawn(() -> stuck.forEach(number -> {}));
        pause(100);

        stuck.close();

        assertThat(journal).containsExactly("deaf at 100", "resource closed at 1100", "body freed at 1100");
        reader.await();
    }

    @VirtualTimeTest
    void aBodyThatAnswersItsInterruptKeepsItsResourcesUntilItsEnd() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.use(resource("it"));
            try {
                pause(10_000);
            } finally {
                pause(500);
                journal.noteTime("finally");
            }
        });
        Task<Integer> step = spawn(numbers.anext());
        pause(100);

        numbers.close();

        assertThat(journal).containsExactly("finally at 600", "it closed");
        assertThat(catchThrowable(step::await)).isNotNull();
    }
}
