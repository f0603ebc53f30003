package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.ExploredBuffers.*;
import static dev.weft.spec.ExploredBuffers.flat;
import static dev.weft.spec.ExploredContract.anyOrder;
import static dev.weft.spec.ExploredContract.beginningOf;
import static dev.weft.spec.ExploredContract.endingWith;
import static dev.weft.spec.ExploredContract.flat;
import static dev.weft.spec.ExploredContract.growing;
import static dev.weft.spec.ExploredContract.growingTo;
import static dev.weft.spec.ExploredContract.inOrder;
import static dev.weft.spec.ExploredContract.mixed;
import static dev.weft.spec.ExploredContract.oneOf;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Overflow;
import dev.weft.Timed;
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
            2),

    // Overlap: buffers.
    BUFFER(lab -> lab.numbers(10, 5).buffer(2), inOrder(10, 11, 12, 13, 14)),
    BUFFER_OF_A_BUFFER(lab -> lab.numbers(10, 5).buffer(1).buffer(1), inOrder(10, 11, 12, 13, 14)),
    BUFFER_TAKE(lab -> lab.numbers(10, 5).buffer(2).take(3), inOrder(10, 11, 12)),
    DROP_OLDEST(
            lab -> lab.numbers(10, 5).buffer(2, Overflow.DROP_OLDEST),
            growing(2, 5).and(lastIs(14))),
    DROP_LATEST(lab -> lab.numbers(10, 5).buffer(2, Overflow.DROP_LATEST), growing(2, 5)),
    CONFLATE(lab -> lab.numbers(10, 5).conflate(), growing(1, 5).and(lastIs(14))),
    CONFLATE_MERGING(
            lab -> lab.numbers(10, 5).conflate(List::of, (all, number) -> append(all, lab.work(number))),
            flat(inOrder(10, 11, 12, 13, 14)),
            1),
    BATCH(lab -> lab.numbers(10, 5).batch(2), flat(inOrder(10, 11, 12, 13, 14))),
    GROUP_BY(
            lab -> readAtOnce(lab.numbers(10, 6).groupBy(number -> lab.work(number % 2), 1)),
            mixed(List.of(10, 12, 14), List.of(11, 13, 15)),
            1),
    GROUP_BY_SKIPPING(
            lab -> readFirstOfEach(lab.numbers(10, 6).groupBy(number -> lab.work(number % 2), 1)), inOrder(10, 11), 1),
    PARTITION(
            lab -> merged(lab.numbers(10, 6).partition(number -> lab.work(number % 2 == 0), 1)),
            mixed(List.of(10, 12, 14), List.of(11, 13, 15)),
            1),

    // Share.
    BROADCAST(lab -> allOf(lab.numbers(10, 4).broadcast(3, 2)), eachThrice(10, 11, 12, 13)),
    BROADCAST_TO_THE_FAST_AND_THE_SLOW(
            lab -> toTheFastAndTheSlow(lab, lab.numbers(10, 4).broadcast(2, 1)),
            mixed(List.of(10, 11, 12, 13), List.of(110, 111)),
            1),
    SHARE(
            lab -> sharing(lab.numbers(10, 4), AsyncIterable::share, ExploredBuffers::twice),
            fromSomewhereOn(10, 11, 12, 13)),
    SHARE_LATE(
            lab -> sharing(lab.numbers(10, 4), AsyncIterable::share, shared -> late(lab, shared)),
            fromSomewhereOn(10, 11, 12, 13)),
    SHARE_LEFT(
            lab -> sharing(lab.numbers(10, 4), AsyncIterable::share, shared -> left(lab, shared)),
            partsOf(10, 11, 12, 13)),
    REPLAY(
            lab -> sharing(lab.numbers(10, 4), source -> source.replay(2), shared -> late(lab, shared)),
            fromSomewhereOn(10, 11, 12, 13).and(contains(112, 113))),
    REPLAY_AFTERWARDS(
            lab -> sharing(lab.numbers(10, 4), source -> source.replay(2), ExploredBuffers::again),
            inOrder(10, 11, 12, 13, 12, 13)),

    // Time.
    DELAY(lab -> lab.numbers(10, 5).delay(ms(5)), inOrder(10, 11, 12, 13, 14)),
    DELAY_START(lab -> lab.numbers(10, 3).delayStart(ms(5)), inOrder(10, 11, 12)),
    SPACED(lab -> lab.numbers(10, 3).spaced(ms(2)), inOrder(10, 11, 12)),
    DEBOUNCE(lab -> lab.numbers(10, 5).debounce(ms(2)), growingTo(14, 1, 5)),
    DEBOUNCE_BY(lab -> lab.numbers(10, 5).debounce(number -> ms(lab.work(number) % 4)), growingTo(14, 1, 5), 1),
    THROTTLE_FIRST(lab -> lab.numbers(10, 5).throttleFirst(ms(3)), growing(1, 5)),
    THROTTLE_LAST(lab -> lab.numbers(10, 5).throttleLast(ms(3)), growingTo(14, 1, 5)),
    SAMPLE(lab -> lab.numbers(10, 5).sample(ms(3)), growingTo(14, 1, 5)),
    CHUNKED_WITHIN(
            lab -> lab.numbers(10, 5).chunkedWithin(2, ms(3)),
            (read, whole) -> inOrder(10, 11, 12, 13, 14).check(flat(read), whole)),
    TIMEOUT_EACH(lab -> lab.numbers(10, 3).timeoutEach(ms(100)), inOrder(10, 11, 12)),
    TIMEOUT_TOTAL(lab -> lab.numbers(10, 3).timeoutTotal(ms(100)), inOrder(10, 11, 12)),
    TIMESTAMPED(lab -> lab.numbers(10, 3).timestamped().map(Timed::value), inOrder(10, 11, 12));

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
