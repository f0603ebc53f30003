package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.ExploredContract.anyOrder;
import static dev.weft.spec.ExploredContract.beginningOf;
import static dev.weft.spec.ExploredContract.endingWith;
import static dev.weft.spec.ExploredContract.growing;
import static dev.weft.spec.ExploredContract.inOrder;
import static dev.weft.spec.ExploredContract.mixed;
import static dev.weft.spec.ExploredContract.oneOf;

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
    INTERLEAVE(
            lab -> interleave(lab.numbers(10, 3), lab.numbers(20, 1), lab.numbers(30, 2)),
            inOrder(10, 20, 30, 11, 31, 12)),
    ZIP(lab -> lab.numbers(10, 3).zip(lab.numbers(20, 4), Integer::sum), inOrder(30, 32, 34)),
    ZIP_LIST(
            lab -> zip(List.of(lab.numbers(0, 3), lab.numbers(10, 2), lab.numbers(20, 4))),
            inOrder(List.of(0, 10, 20), List.of(1, 11, 21))),
    ZIP_STRICT(lab -> lab.numbers(10, 3).zipStrict(lab.numbers(20, 3), Integer::sum), inOrder(30, 32, 34)),
    ZIP_LONGEST(
            lab -> zipLongest(List.of(lab.numbers(0, 3), lab.numbers(10, 1)), -1),
            inOrder(List.of(0, 10), List.of(1, -1), List.of(2, -1))),
    MERGE(
            lab -> merge(lab.numbers(10, 3), lab.numbers(20, 3), lab.numbers(30, 2)),
            mixed(List.of(10, 11, 12), List.of(20, 21, 22), List.of(30, 31))),
    RACE(
            lab -> lab.numbers(10, 3).race(lab.numbers(20, 3)).race(lab.numbers(30, 3)),
            oneOf(List.of(10, 11, 12), List.of(20, 21, 22), List.of(30, 31, 32))),
    COMBINE_LATEST(lab -> combineLatest(lab.numbers(0, 3), lab.numbers(10, 3), (a, b) -> a + 100 * b), growing(2, 5)),
    WITH_LATEST_FROM(
            lab -> lab.numbers(10, 4).withLatestFrom(lab.numbers(20, 3), (a, b) -> 100 * a + b), growing(0, 4)),
    SWITCH_MAP(
            lab -> lab.numbers(1, 3).switchMap(n -> lab.numbers(10 * n, 3)),
            growing(3, 9).and(endingWith(30, 31, 32))),
    TAKE_UNTIL(lab -> lab.numbers(10, 4).takeUntil(lab.numbers(20, 2)), beginningOf(10, 11, 12, 13)),

    // Overlap.
    MAP_CONCURRENT(lab -> lab.numbers(10, 6).mapConcurrent(3, lab::work), inOrder(10, 11, 12, 13, 14, 15), 3),
    MAP_CONCURRENT_UNORDERED(
            lab -> lab.numbers(10, 6).mapConcurrentUnordered(3, lab::work), anyOrder(10, 11, 12, 13, 14, 15), 3),
    FLAT_MAP_CONCURRENT(
            lab -> lab.numbers(1, 3).flatMapConcurrent(2, n -> lab.numbers(lab.work(10 * n), 2)),
            mixed(List.of(10, 11), List.of(20, 21), List.of(30, 31)),
            2);

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
