package com.example;

import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;

import dev.weft.Task;
import java.time.Duration;
import java.util.List;

/// An account with a planted lost update: a deposit reads the balance, waits, and writes it.
public final class Account {

    private static final Duration STEP = Duration.ofMillis(1);

    private int balance;

    public int balance() {
        return balance;
    }

    public void deposit(int amount) throws InterruptedException {
        int seen = balance;
        sleep(STEP);
        balance = seen + amount;
    }

    /// Makes three deposits of 1, each of which ends as the next one begins: right in FIFO order, and only there.
    public static int balanceAfterThreeDeposits() throws Exception {
        var account = new Account();
        List<Task<?>> clients = List.of(
                spawn(() -> account.deposit(1)),
                spawn(() -> account.depositAfter(1)),
                spawn(() -> account.depositAfter(2)));
        for (Task<?> client : clients) {
            client.await();
        }
        return account.balance();
    }

    private void depositAfter(int steps) throws InterruptedException {
        for (int i = 0; i < steps; i++) {
            sleep(STEP);
        }
        deposit(1);
    }
}
