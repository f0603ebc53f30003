package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Task;
import dev.weft.TaskGroup;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/// `group`: tasks none of which outlives the block that started them (W8).
class TaskGroupSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("first");
    private final IllegalStateException later = new IllegalStateException("later");

    // ---- all goes well ----

    @VirtualTimeTest
    void leavingItWaitsForAllTasks() throws Exception {
        String result = group(tasks -> {
            tasks.spawn(journal.work("a", 10));
            tasks.spawn(journal.work("b", 20));
            return "of the block";
        });

        assertThat(result).isEqualTo("of the block");
        assertThat(journal).containsExactly("a done at 10", "b done at 20");
        assertThat(now()).isEqualTo(20);
    }

    @VirtualTimeTest
    void theBlockMayAwaitItsTasks() throws Exception {
        String both = group(tasks -> {
            Task<String> a = tasks.spawn(journal.work("a", 10));
            Task<String> b = tasks.spawn(journal.work("b", 10));
            return a.await() + b.await();
        });

        assertThat(both).isEqualTo("ab");
        assertThat(now()).isEqualTo(10);
    }

    @VirtualTimeTest
    void aBlockMayGiveNothing() throws Exception {
        group(tasks -> {
            tasks.spawn("named", () -> journal.note(Thread.currentThread().getName()));
        });

        assertThat(journal).containsExactly("named");
    }

    @VirtualTimeTest
    void anEmptyGroupEndsAtOnce() throws Exception {
        assertThat(Group.<String>of(tasks -> "result")).isEqualTo("result");
    }

    /// Tells the compiler which of the two forms is meant.
    private static final class Group {
        static <T> T of(dev.weft.CheckedFunction<TaskGroup, T> block) throws Exception {
            return group(block);
        }
    }

    @VirtualTimeTest
    void aTaskMayStartFurtherTasks() throws Exception {
        group(tasks -> {
            tasks.spawn(() -> {
                pause(10);
                tasks.spawn(journal.work("grandchild", 10));
            });
        });

        assertThat(journal).containsExactly("grandchild done at 20");
    }

    @VirtualTimeTest
    void groupsNest() throws Exception {
        group(outer -> {
            outer.spawn(() -> group(inner -> {
                inner.spawn(journal.work("inner", 20));
            }));
            outer.spawn(journal.work("outer", 10));
        });

        assertThat(journal).containsExactly("outer done at 10", "inner done at 20");
    }

    @VirtualTimeTest
    void nobodyStartsATaskInAGroupThatHasEnded() throws Exception {
        var ended = new AtomicReference<TaskGroup>();
        group(tasks -> {
            ended.set(tasks);
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> ended.get().spawn(journal.work("a", 10)))
                .withMessageContaining("spawn tasks while its block runs");
    }

    // ---- a failure ----

    @VirtualTimeTest
    void aTaskThatFailsCancelsTheOthersAndInterruptsTheBlock() {
        var error = catchThrowable(() -> group(tasks -> {
            tasks.spawn(journal.failing("a", 10, failure));
            tasks.spawn(journal.work("b", 100, 15));
            journal.work("block", 100).await();
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal)
                .containsExactly("a done at 10", "b cancelled at 10", "block cancelled at 10", "b clean at 25");
        assertThat(now()).isEqualTo(25);
    }

    @VirtualTimeTest
    void aTaskThatFailsAfterTheBlockCancelsTheOthers() {
        var error = catchThrowable(() -> group(tasks -> {
            tasks.spawn(journal.failing("a", 10, failure));
            tasks.spawn(journal.work("b", 100));
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("a done at 10", "b cancelled at 10");
    }

    @VirtualTimeTest
    void aBlockThatFailsCancelsItsTasks() {
        var error = catchThrowable(() -> group(tasks -> {
            tasks.spawn(journal.work("a", 100, 5));
            pause(10);
            Failing.with(failure);
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("a cancelled at 10", "a clean at 15");
        assertThat(now()).isEqualTo(15);
    }

    @VirtualTimeTest
    void laterFailuresAreSuppressedInTheFirst() {
        var error = catchThrowable(() -> group(tasks -> {
            tasks.spawn(journal.failing("a", 10, failure));
            tasks.spawn(journal.failingToCleanUp("b", 5, later));
        }));

        assertThat(error).isSameAs(failure).hasSuppressedException(later);
    }

    @VirtualTimeTest
    void aFailureOfTheBlockIsFirstAndThoseOfTheTasksAreSuppressedInIt() {
        var error = catchThrowable(() -> group(tasks -> {
            tasks.spawn(journal.failingToCleanUp("a", 5, later));
            pause(10);
            Failing.with(failure);
        }));

        assertThat(error).isSameAs(failure).hasSuppressedException(later);
    }

    @VirtualTimeTest
    void aBlockThatAwaitsTheTaskThatFailsFailsWithIt() {
        var error = catchThrowable(() -> group(tasks -> {
            Task<String> a = tasks.spawn(journal.failing("a", 10, failure));
            a.await();
        }));

        assertThat(error).isSameAs(failure);
        assertThat(error.getSuppressed()).doesNotContain(failure);
    }

    @VirtualTimeTest
    void aBlockThatSwallowsTheInterruptDoesNotHideTheFailure() {
        var error = catchThrowable(() -> group(tasks -> {
            tasks.spawn(journal.failing("a", 10, failure));
            try {
                pause(100);
            } catch (InterruptedException e) {
                journal.noteTime("swallowed");
            }
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("a done at 10", "swallowed at 10");
    }

    @VirtualTimeTest
    void aTaskThatIsMerelyCancelledIsNoFailure() throws Exception {
        group(tasks -> {
            Task<String> a = tasks.spawn(journal.work("a", 100));
            tasks.spawn(journal.work("b", 20));
            pause(10);
            a.cancel();
        });

        assertThat(journal).containsExactly("a cancelled at 10", "b done at 20");
    }

    @VirtualTimeTest
    void aTaskStartedInAStoppedGroupNeverBegins() {
        var error = catchThrowable(() -> group(tasks -> {
            tasks.spawn(journal.failing("a", 10, failure));
            try {
                pause(100);
            } catch (InterruptedException e) {
                tasks.spawn(journal.work("late", 10));
            }
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("a done at 10");
    }

    @VirtualTimeTest
    void aFailureLeavesNoInterruptBehind() {
        catchThrowable(() -> group(tasks -> {
            tasks.spawn(journal.failing("a", 10, failure));
            Clock.sitOut(50);
        }));

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
