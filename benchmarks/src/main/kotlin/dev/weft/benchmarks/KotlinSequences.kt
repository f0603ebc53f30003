package dev.weft.benchmarks

/** The generators that Kotlin's compiler makes, which cannot wait. */
object KotlinSequences {

    /** Counts from 0 to below [n]. */
    @JvmStatic
    fun count(n: Int): Iterator<Int> = iterator {
        for (i in 0 until n) {
            yield(i)
        }
    }

    /** Counts from [start] up. */
    @JvmStatic
    fun from(start: Int): Iterator<Int> = iterator {
        var i = start
        while (true) {
            yield(i++)
        }
    }

    /** A node and all below it, depth first, by a recursion of [depth] levels at each element. */
    @JvmStatic
    fun nested(depth: Int, n: Int): Iterator<Int> = iterator { level(depth, n) }

    private suspend fun SequenceScope<Int>.level(depth: Int, n: Int) {
        if (depth == 0) {
            for (i in 0 until n) {
                yield(i)
            }
        } else {
            level(depth - 1, n)
        }
    }

    /** The same, by delegation. */
    @JvmStatic
    fun delegating(depth: Int, n: Int): Iterator<Int> =
        if (depth == 0) count(n) else iterator { yieldAll(delegating(depth - 1, n)) }

    @JvmStatic
    fun chain(n: Int): Iterator<Int> =
        from(0).asSequence().map { it + 1 }.filter { it % 2 == 0 }.take(n / 2).iterator()

    @JvmStatic
    fun zip(n: Int): Iterator<Int> =
        count(n).asSequence().zip(count(n).asSequence(), Int::plus).iterator()

    @JvmStatic
    fun mapped(length: Int, n: Int): Iterator<Int> {
        var stage = count(n).asSequence()
        repeat(length) {
            stage = stage.map { it + 1 }
        }
        return stage.iterator()
    }
}
