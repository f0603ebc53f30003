package dev.weft.spec;

import static dev.weft.Async.gather;
import static dev.weft.Async.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Awaitable;
import dev.weft.testkit.FailingSchedule;
import dev.weft.testkit.VirtualTime;
import dev.weft.testkit.VirtualTimeExtension;
import dev.weft.testkit.VirtualTimeTest;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The examples of the test kit's Javadoc, run as tests.
class TestKitSnippets {

    @Test
    void virtualTime() throws Exception {
        // @start region=virtualTime
        VirtualTime.run(() -> {
            sleep(Duration.ofHours(1)); // takes no time
            assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofHours(1));
        });
        // @end
    }

    @Test
    void explore() {
        assertThatThrownBy(
                        () ->
                                // @start region=explore
                                VirtualTime.explore(100, () -> {
                                    var account = new Account();
                                    gather(account.deposit(1), account.depositLater(1))
                                            .await();
                                    assertThat(account.balance).isEqualTo(2); // fails, and says under which seed
                                })
                        // @end
                        )
                .isInstanceOf(FailingSchedule.class);
    }

    // @start region=virtualTimeTest
    @VirtualTimeTest(explore = 20)
    void takesTheLongestOfBoth() throws Exception {
        gather(new Account().deposit(1), new Account().depositLater(1)).await();

        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }
    // @end

    @Nested
    class ByExtension {

        // @start region=virtualTimeExtension
        @RegisterExtension
        final VirtualTimeExtension time = new VirtualTimeExtension(VirtualTime.seed(42));
        // @end

        @Test
        void isInVirtualTime() {
            assertThat(VirtualTime.elapsed()).isZero();
        }
    }

    /// An account that loses an update if another one is made while a deposit waits.
    private static final class Account {

        private int balance;

        Awaitable<Integer> deposit(int amount) {
            return () -> {
                int seen = balance;
                sleep(Duration.ofSeconds(1));
                balance = seen + amount;
                return balance;
            };
        }

        Awaitable<Integer> depositLater(int amount) {
            return () -> {
                sleep(Duration.ofSeconds(1));
                return deposit(amount).await();
            };
        }
    }
}
