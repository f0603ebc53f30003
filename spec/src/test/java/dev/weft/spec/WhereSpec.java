package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;

/// `where`: scoped values that reach what is started.
class WhereSpec {

    private static final ScopedValue<String> USER = ScopedValue.newInstance();
    private static final ScopedValue<String> ROLE = ScopedValue.newInstance();

    private final Journal journal = new Journal();
    private final Awaitable<String> seen = () -> USER.orElse("nobody") + " " + ROLE.orElse("nothing");

    /// Yields what it sees.
    private final AsyncGenerator<String> body = generator(y -> {
        y.yield(seen.await());
        pause(1);
        y.yield(seen.await());
    });

    @VirtualTimeTest
    void theCodeItselfSeesIt() throws Exception {
        assertThat(where(USER, "Ada", seen::await)).isEqualTo("Ada nothing");

        assertThat(seen.await()).isEqualTo("nobody nothing");
    }

    @EachDrive
    void aBodySeesIt(Drive drive) throws Exception {
        where(USER, "Ada", () -> {
            drive.read(body, journal::note);
            return null;
        });

        assertThat(journal).containsExactly("Ada nothing", "Ada nothing");
    }

    @VirtualTimeTest
    void tasksSeeItHoweverDeep() throws Exception {
        var task =
                where(USER, "Ada", () -> spawn(() -> gather(spawn(seen), seen).await()));

        assertThat(task.await()).containsExactly("Ada nothing", "Ada nothing");
    }

    @VirtualTimeTest
    void whatServesASubscriberSeesIt() throws Exception {
        where(USER, "Ada", () -> new Subscribing<String>(journal).to(body.publisher(), 9));
        pause(10);

        assertThat(journal)
                .containsExactly("subscribed", "next Ada nothing at 0", "next Ada nothing at 1", "complete at 1");
    }

    @VirtualTimeTest
    void valuesAddUpAndTheInnermostCounts() throws Exception {
        var task = where(USER, "Ada", () -> where(ROLE, "admin", () -> where(USER, "Bob", () -> spawn(seen))));

        assertThat(task.await()).isEqualTo("Bob admin");
    }

    @VirtualTimeTest
    void aRunWithinSeesIt() throws Exception {
        assertThat(where(USER, "Ada", () -> run(() -> spawn(seen).await()))).isEqualTo("Ada nothing");
    }

    @VirtualTimeTest
    void whatIsBoundOtherwiseReachesNoTask() throws Exception {
        var task = ScopedValue.where(USER, "Ada").call(() -> spawn(seen));

        assertThat(task.await()).isEqualTo("nobody nothing");
    }

    @VirtualTimeTest
    void whatIsBoundOtherwiseFurtherInStays() throws Exception {
        String inner = where(
                USER,
                "Ada",
                () -> ScopedValue.where(USER, "Bob")
                        .call(() -> timeout(Clock.ms(5), seen).await()));

        assertThat(inner).isEqualTo("Bob nothing");
    }

    @VirtualTimeTest
    void nullIsAValue() throws Exception {
        assertThat(where(
                        USER,
                        null,
                        () -> spawn(() -> USER.isBound() + " " + USER.get()).await()))
                .isEqualTo("true null");
    }

    @VirtualTimeTest
    void aFailureComesOutAsTheSameInstance() {
        var failure = new IOException("of the code");

        var error = catchThrowable(
                () -> where(USER, "Ada", () -> Awaitable.failed(failure).await()));

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void argumentsAreChecked() {
        assertThatNullPointerException()
                .isThrownBy(() -> where(null, "Ada", seen::await))
                .withMessage("key");
        assertThatNullPointerException()
                .isThrownBy(() -> where(USER, "Ada", null))
                .withMessage("code");
    }
}
