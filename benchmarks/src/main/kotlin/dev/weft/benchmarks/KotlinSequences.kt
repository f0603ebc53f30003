package dev.weft.benchmarks

/** The generators that Kotlin's compiler makes. */
object KotlinSequences {

    /** Counts from 0 to below [n]. */
    @JvmStatic
    fun count(n: Int): Iterator<Int> = iterator {
        for (i in 0 until n) {
            yield(i)
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
}
