package dev.weft.kotlin

import dev.weft.Async
import dev.weft.AsyncGenerator
import dev.weft.Awaitable
import java.io.IOException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatIllegalArgumentException
import org.assertj.core.api.Assertions.catchThrowable
import org.junit.jupiter.api.Test

/** Generators and awaitables as flows and suspending functions, and back. */
class KotlinSpec {
    private val failure = IOException("of the source")
    private val closed = CompletableFuture<String>()

    /** Yields the elements, and tells when it is closed. */
    private fun source(vararg elements: String?): AsyncGenerator<String?> = Async.generator { y ->
        try {
            elements.forEach { y.yield(it) }
        } finally {
            closed.complete("closed")
        }
    }

    /** Waits until it is interrupted. */
    private fun waiting(begun: CompletableDeferred<Unit>): AsyncGenerator<String> = Async.generator { y ->
        try {
            begun.complete(Unit)
            Awaitable.of(CompletableFuture<String>()).await()
            y.yield("never")
        } finally {
            closed.complete("closed")
        }
    }

    private fun awaitClosed() = assertThat(closed.get(30, TimeUnit.SECONDS)).isEqualTo("closed")

    // ---- flows ----

    @Test
    fun `a flow emits what a generator yields, null too`() = runBlocking<Unit> {
        assertThat(source("a", null, "c").asFlow().toList()).containsExactly("a", null, "c")
        awaitClosed()
    }

    @Test
    fun `a collector that has enough closes the generator`() = runBlocking<Unit> {
        assertThat(source("a", "b", "c").asFlow().take(1).toList()).containsExactly("a")
        awaitClosed()
    }

    @Test
    fun `a flow asks for one element at a time`() = runBlocking<Unit> {
        var asked = 0
        val numbers: AsyncGenerator<Int> = Async.iterate(0) { asked = it + 1; it + 1 }

        assertThat(numbers.asFlow().first()).isEqualTo(0)

        assertThat(asked).isLessThanOrEqualTo(1)
    }

    @Test
    fun `cancelling the collector interrupts a generator that waits`() = runBlocking<Unit> {
        val begun = CompletableDeferred<Unit>()
        val collector = launch { waiting(begun).asFlow().toList() }
        begun.await()

        collector.cancelAndJoin()

        awaitClosed()
    }

    @Test
    fun `a failure of the generator is the same instance`() {
        val failing: AsyncGenerator<String> = Async.generator { throw failure }

        val error = catchThrowable { runBlocking { failing.asFlow().toList() } }

        assertThat(error).isSameAs(failure)
    }

    @Test
    fun `a generator reads a flow, null too`() {
        assertThat(flowOf("a", null, "c").asAsyncGenerator().toList()).containsExactly("a", null, "c")
    }

    @Test
    fun `closing the generator cancels the flow`() {
        val endless = flow {
            try {
                emit("a")
                awaitCancellation()
            } finally {
                closed.complete("closed")
            }
        }

        endless.asAsyncGenerator().use { assertThat(it.anext().await()).isEqualTo("a") }

        awaitClosed()
    }

    @Test
    fun `a failure of the flow is the same instance`() {
        val failing = flow<String> { throw failure }

        assertThat(catchThrowable { failing.asAsyncGenerator().toList() }).isSameAs(failure)
    }

    @Test
    fun `the prefetch is checked`() {
        assertThatIllegalArgumentException()
            .isThrownBy { flowOf("a").asAsyncGenerator(0) }
            .withMessage("prefetch must be at least 1, was 0")
    }

    // ---- suspending functions ----

    @Test
    fun `a coroutine awaits an awaitable`() = runBlocking<Unit> {
        assertThat(Awaitable.completed("a").awaitSuspending()).isEqualTo("a")
        assertThat(Awaitable.completed<String?>(null).awaitSuspending()).isNull()
    }

    @Test
    fun `a failure of an awaitable is the same instance`() {
        val error = catchThrowable { runBlocking { Awaitable.failed<String>(failure).awaitSuspending() } }

        assertThat(error).isSameAs(failure)
    }

    @Test
    fun `cancelling the coroutine interrupts what it awaits`() = runBlocking<Unit> {
        val begun = CompletableDeferred<Unit>()
        val waiter = launch { waiting(begun).anext().awaitSuspending() }
        begun.await()

        waiter.cancelAndJoin()

        awaitClosed()
    }

    @Test
    fun `an awaitable runs suspending code each time it is awaited`() {
        var runs = 0
        val counting = awaitable { ++runs }

        assertThat(counting.await()).isEqualTo(1)
        assertThat(counting.await()).isEqualTo(2)
    }

    @Test
    fun `a failure of suspending code is the same instance`() {
        assertThat(catchThrowable { awaitable<String> { throw failure }.await() }).isSameAs(failure)
    }

    @Test
    fun `an interrupt cancels suspending code`() {
        val begun = CompletableFuture<Unit>()
        val task = Async.spawn(
            awaitable<String> {
                try {
                    begun.complete(Unit)
                    awaitCancellation()
                } finally {
                    closed.complete("closed")
                }
            },
        )
        begun.get(30, TimeUnit.SECONDS)

        task.cancel()

        assertThat(catchThrowable { task.await() }).isInstanceOf(CancellationException::class.java)
        awaitClosed()
    }
}
