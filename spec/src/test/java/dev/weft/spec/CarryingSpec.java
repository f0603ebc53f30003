package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.spi.Carrier;
import dev.weft.testkit.VirtualTimeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `carrying`: the threads that a run starts see what was bound where they were started.
class CarryingSpec {

    private static final ScopedValue<String> USER = ScopedValue.newInstance();
    private static final ScopedValue<String> TENANT = ScopedValue.newInstance();
    private static final ThreadLocal<String> LOCALE = new ThreadLocal<>();

    private static String user() {
        return USER.orElse("nobody");
    }

    private static <T> T carried(Callable<T> code) throws Exception {
        return run(carrying(USER), () -> ScopedValue.where(USER, "ada").call(code::call));
    }

    private static AsyncGenerator<String> users() {
        return generator("users", y -> {
            y.yield(user());
            pause(1);
            y.yield(user());
        });
    }

    @EachDrive
    void aBodySeesWhatIsBoundAtItsFirstStep(Drive drive) throws Exception {
        var seen = new ArrayList<String>();

        carried(() -> {
            drive.read(users(), seen::add);
            return null;
        });

        assertThat(seen).containsExactly("ada", "ada");
    }

    @EachDrive
    void soDoesABodyBelowOperatorsAndDelegations(Drive drive) throws Exception {
        var seen = new ArrayList<String>();

        carried(() -> {
            AsyncGenerator<String> outer = generator(y -> y.yieldAll(users()));
            drive.read(outer.map(name -> name + "/" + user()), seen::add);
            return null;
        });

        assertThat(seen).containsExactly("ada/ada", "ada/ada");
    }

    @EachDrive
    void soDoTheSourcesOfMergeAndBuffer(Drive drive) throws Exception {
        var seen = new ArrayList<String>();

        carried(() -> {
            drive.read(merge(users().buffer(2), users()), seen::add);
            return null;
        });

        assertThat(seen).containsExactly("ada", "ada", "ada", "ada");
    }

    @VirtualTimeTest
    void tasksSeeWhatIsBoundWhereTheyAreStarted() throws Exception {
        var seen = carried(() -> {
            var spawned = spawn(() -> user());
            var ofAnother = ScopedValue.where(USER, "bob").call(() -> spawn(() -> user()));
            return List.of(
                    spawned.await(),
                    ofAnother.await(),
                    gather(CarryingSpec::user, () -> 1).await());
        });

        assertThat(seen.get(0)).isEqualTo("ada");
        assertThat(seen.get(1)).isEqualTo("bob");
        assertThat(seen.get(2)).isEqualTo(List.of("ada", 1));
    }

    @VirtualTimeTest
    void groupsAndTasksOfTasksToo() throws Exception {
        var seen = carried(() -> group(tasks -> {
            return tasks.spawn(() -> spawn(() -> user()).await()).await();
        }));

        assertThat(seen).isEqualTo("ada");
    }

    @VirtualTimeTest
    void withoutCarryingATaskSeesNothing() throws Exception {
        var seen = run(() ->
                ScopedValue.where(USER, "ada").call(() -> spawn(() -> user()).await()));

        assertThat(seen).isEqualTo("nobody");
    }

    @VirtualTimeTest
    void aKeyThatIsNotBoundIsNotBoundInTheTaskEither() throws Exception {
        var bound = run(
                carrying(USER, TENANT),
                () -> ScopedValue.where(USER, "ada")
                        .call(() -> spawn(() -> List.of(USER.isBound(), TENANT.isBound()))
                                .await()));

        assertThat(bound).containsExactly(true, false);
    }

    @VirtualTimeTest
    void runsWithinARunCarryTheKeysOfBoth() throws Exception {
        var seen = run(
                carrying(USER),
                () -> run(
                        carrying(TENANT),
                        () -> ScopedValue.where(USER, "ada")
                                .where(TENANT, "acme")
                                .call(() -> spawn(() -> user() + " of " + TENANT.get())
                                        .await())));

        assertThat(seen).isEqualTo("ada of acme");
    }

    // ---- carriers ----

    private static final Carrier LOCALES = () -> {
        String locale = LOCALE.get();
        return code -> {
            LOCALE.set(locale);
            try {
                code.run();
            } finally {
                LOCALE.remove();
            }
        };
    };

    @EachDrive
    void aCarrierBringsThreadLocals(Drive drive) throws Exception {
        var seen = new ArrayList<String>();

        run(RunOptions.defaults().carrier(LOCALES), () -> {
            LOCALE.set("fr");
            AsyncGenerator<String> locales = generator("locales", y -> y.yield(LOCALE.get()));
            drive.read(locales, seen::add);
            seen.add(spawn(LOCALE::get).await());
            LOCALE.remove();
        });

        assertThat(seen).containsExactly("fr", "fr");
    }

    @VirtualTimeTest
    void aFailureOfATaskComesOutAsItIs() throws Exception {
        var failure = new IllegalStateException("of the task");

        var error = catchThrowable(() -> carried(() -> spawn(() -> {
                    throw failure;
                })
                .await()));

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void aRestorerThatFailsFailsTheTask() {
        var failure = new IllegalStateException("of the restorer");
        Carrier failing = () -> code -> {
            throw failure;
        };

        var error = catchThrowable(() ->
                run(RunOptions.defaults().carrier(failing), () -> spawn(() -> 1).await()));

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void aRestorerThatForgetsTheCodeFailsTheTask() {
        Carrier forgetful = () -> code -> {};

        assertThatThrownBy(() -> run(
                        RunOptions.defaults().carrier(forgetful),
                        () -> spawn(() -> 1).await()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a carrier did not run the code that it was given");
    }

    @VirtualTimeTest
    void aCaptureThatFailsFailsTheSpawn() {
        var failure = new IllegalStateException("of the capture");
        Carrier failing = () -> {
            throw failure;
        };

        var error = catchThrowable(() -> run(RunOptions.defaults().carrier(failing), () -> {
            spawn(() -> 1);
        }));

        assertThat(error).isSameAs(failure);
    }
}
