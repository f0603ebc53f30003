/**
 * Leads from Weft to flows and suspending functions, and back. Exceptions pass through as the same instance.
 */
@file:JvmName("WeftKotlin")

package dev.weft.kotlin

import dev.weft.Async
import dev.weft.AsyncGenerator
import dev.weft.AsyncIterable
import dev.weft.Awaitable
import dev.weft.CheckedFunction
import kotlin.coroutines.resume
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.future.future
import kotlinx.coroutines.jdk9.asFlow
import kotlinx.coroutines.jdk9.asPublisher
import kotlinx.coroutines.suspendCancellableCoroutine

/** Stands for `null` on the way through a publisher, which cannot carry it. */
private object Null

private fun wrapped(element: Any?): Any = element ?: Null

@Suppress("UNCHECKED_CAST") // what was wrapped is of that type
private fun <T> unwrapped(element: Any): T = (if (element === Null) null else element) as T

/**
 * Returns a flow of the elements, among which may be `null`. From Java: `WeftKotlin.flow(source)`.
 *
 * Each collector gets a run of its own; a generator can be collected once. Nothing runs before it is collected, and the
 * source is asked for one element at a time, as that of any flow is; `buffer` lets it run ahead.
 *
 * - **Cancellation**: cancelling the collector interrupts the source where it waits, and closes it.
 * - **Threads**: one task for each collector, which belongs to the run that encloses the collection, if there is one; the
 *   collector stays on its dispatcher.
 * - **Errors**: those of the source, the same instance.
 */
@JvmName("flow")
public fun <T> AsyncIterable<T>.asFlow(): Flow<T> {
    val boxed: AsyncIterable<Any> = AsyncIterable { map(CheckedFunction<Any?, Any> { wrapped(it) }).aiter() }
    return boxed.publisher().asFlow().buffer(Channel.RENDEZVOUS).map { unwrapped(it) }
}

/**
 * Yields what a flow emits, among which may be `null`. From Java: `WeftKotlin.from(flow, prefetch)`.
 *
 * Collects from the first step on, in `Dispatchers.Unconfined`: put `flowOn` before it to choose another one.
 *
 * - **Suspends**: until there is an element.
 * - **Cancellation**: a close cancels the collection.
 * - **Errors**: what the flow throws, the same instance.
 *
 * @param prefetch how many elements to ask for in advance, at least 1
 * @throws IllegalArgumentException if `prefetch` is less than 1
 */
@JvmName("from")
@JvmOverloads
public fun <T> Flow<T>.asAsyncGenerator(prefetch: Int = 64): AsyncGenerator<T> =
    Async.from(map { wrapped(it) }.asPublisher(), prefetch).map(CheckedFunction<Any, T> { unwrapped(it) })

/**
 * Awaits in a coroutine, without blocking its thread: as a task, which belongs to the enclosing run, if there is one.
 *
 * Cancelling the coroutine interrupts the task.
 */
public suspend fun <T> Awaitable<T>.awaitSuspending(): T {
    val task = Async.spawn(this)
    // As a result, because a coroutine that is resumed with an exception may get a copy of it.
    val result = suspendCancellableCoroutine<Result<T>> { waiting ->
        waiting.invokeOnCancellation { task.cancel() }
        task.toCompletableFuture().whenComplete { value, error ->
            waiting.resume(if (error == null) Result.success(value) else Result.failure(error))
        }
    }
    return result.getOrThrow()
}

/**
 * Makes an awaitable of suspending code, which runs each time it is awaited, in `Dispatchers.Default`.
 *
 * - **Cancellation**: an interrupt of the waiting thread cancels the coroutine.
 * - **Errors**: what the code throws, the same instance.
 */
public fun <T> awaitable(code: suspend CoroutineScope.() -> T): Awaitable<T> = Awaitable {
    Awaitable.of(CoroutineScope(Dispatchers.Default).future(block = code)).await()
}
