package dev.weft.benchmarks

import java.util.concurrent.atomic.AtomicIntegerArray
import java.util.function.Consumer
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.DelicateCoroutinesApi
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.GlobalScope
import kotlinx.coroutines.async
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.emitAll
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.flatMapMerge
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.fold
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.produceIn
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.zip
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Semaphore
import kotlinx.coroutines.sync.withPermit
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestCoroutineScheduler

/** Flows and coroutines, each run by its own event loop. */
@OptIn(ExperimentalCoroutinesApi::class)
object KotlinFlows {

    private fun count(n: Int): Flow<Int> = flow {
        for (i in 0 until n) {
            emit(i)
        }
    }

    private fun ticking(n: Int): Flow<Int> = flow {
        for (i in 0 until n) {
            delay(1)
            emit(i)
        }
    }

    private fun sum(numbers: Flow<Int>): Long = runBlocking { numbers.fold(0L) { sum, number -> sum + number } }

    @JvmStatic
    fun push(n: Int, sink: Consumer<Int>) = runBlocking { count(n).collect { sink.accept(it) } }

    @JvmStatic
    fun pull(n: Int): Long = runBlocking {
        var sum = 0L
        for (number in count(n).buffer(Channel.RENDEZVOUS).produceIn(this)) {
            sum += number
        }
        sum
    }

    @JvmStatic
    fun chain(n: Int): Long =
        sum(count(Int.MAX_VALUE).map { it + 1 }.filter { it % 2 == 0 }.take(n / 2))

    @JvmStatic
    fun zip(n: Int, timed: Boolean): Long =
        if (timed) sum(ticking(n).zip(ticking(n), Int::plus)) else sum(count(n).zip(count(n), Int::plus))

    /** Two coroutines per step, on the event loop. */
    @JvmStatic
    fun awaitTwo(n: Int, timed: Boolean): Long = runBlocking {
        var sum = 0L
        for (i in 0 until n) {
            coroutineScope {
                val left = async { value(i, timed) }
                val right = async { value(i, timed) }
                sum += left.await() + right.await()
            }
        }
        sum
    }

    private suspend fun value(i: Int, timed: Boolean): Int {
        if (timed) {
            delay(1)
        }
        return i
    }

    private fun delegation(depth: Int, n: Int): Flow<Int> =
        if (depth == 0) count(n) else flow { emitAll(delegation(depth - 1, n)) }

    @JvmStatic
    fun delegating(depth: Int, n: Int): Long = sum(delegation(depth, n))

    @JvmStatic
    fun overlappingFlow(limit: Int, n: Int): Long =
        sum(count(n).flatMapMerge(limit) { flow { emit(value(it, true)) } })

    @JvmStatic
    fun overlappingAsync(limit: Int, n: Int): Long = runBlocking {
        val places = Semaphore(limit)
        var sum = 0L
        coroutineScope {
            (0 until n).map { async { places.withPermit { value(it, true) } } }.forEach { sum += it.await() }
        }
        sum
    }

    @JvmStatic
    fun switches(tasks: Int, n: Int): Long {
        val scheduler = TestCoroutineScheduler()
        val scope = CoroutineScope(StandardTestDispatcher(scheduler))
        var switches = 0L
        repeat(tasks) {
            scope.launch {
                repeat(n / tasks) {
                    delay(1)
                    switches++
                }
            }
        }
        scheduler.advanceUntilIdle()
        return switches
    }

    /** Starts many flows that count how far they are, for ever. */
    @OptIn(DelicateCoroutinesApi::class)
    @JvmStatic
    fun race(progress: AtomicIntegerArray) = repeat(progress.length()) { index ->
        GlobalScope.launch { ticking(Int.MAX_VALUE).collect { progress.incrementAndGet(index) } }
    }
}
