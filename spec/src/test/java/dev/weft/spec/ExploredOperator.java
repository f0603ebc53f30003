package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.ExploredContract.inOrder;
import static dev.weft.spec.ExploredContract.mixed;

import dev.weft.AsyncGenerator;
import java.util.List;
import java.util.function.Function;

/// The operators that [ExploreOperatorsSpec] explores: a line each, with its name, how it is applied, and what may come
/// out of it.
///
/// `lab.numbers(10, 3)` is a source of 10, 11 and 12 that takes its time; `lab.work(x)` takes its time and gives `x`.
enum ExploredOperator {

    // Sources.
    CONCAT(lab -> concat(lab.numbers(10, 3), lab.numbers(20, 3)), inOrder(10, 11, 12, 20, 21, 22)),

    // Combine.
    ZIP(lab -> lab.numbers(10, 3).zip(lab.numbers(20, 4), Integer::sum), inOrder(30, 32, 34)),
    ZIP_LIST(
            lab -> zip(List.of(lab.numbers(0, 3), lab.numbers(10, 2), lab.numbers(20, 4))),
            inOrder(List.of(0, 10, 20), List.of(1, 11, 21))),
    MERGE(
            lab -> merge(lab.numbers(10, 3), lab.numbers(20, 3), lab.numbers(30, 2)),
            mixed(List.of(10, 11, 12), List.of(20, 21, 22), List.of(30, 31))),
    COMBINE_LATEST(
            lab -> combineLatest(lab.numbers(0, 3), lab.numbers(10, 3), (a, b) -> a + 100 * b),
            ExploredContract.growing(2, 5));

    final Function<Laboratory, AsyncGenerator<?>> operator;
    final ExploredContract contract;
    final int limit;

    ExploredOperator(Function<Laboratory, AsyncGenerator<?>> operator, ExploredContract contract) {
        this(operator, contract, 0);
    }

    /// @param limit how many calls of `lab.work` may run at the same time
    ExploredOperator(Function<Laboratory, AsyncGenerator<?>> operator, ExploredContract contract, int limit) {
        this.operator = operator;
        this.contract = contract;
        this.limit = limit;
    }
}
