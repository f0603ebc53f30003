import dev.weft.Async
import dev.weft.DialogueBody
import dev.weft.GeneratorBody
import dev.weft.Yielder
import java.io.StringReader
import java.util.function.Consumer

class KotlinBodies {
    private var secret = 7

    fun lambda() = GeneratorBody<Any?> { y ->
        y.`yield`(1)
        y.`yield`(2)
    }

    fun capturing(): GeneratorBody<Any?> {
        val most = 3
        var sum = 0
        return GeneratorBody { y ->
            for (i in 1..most) {
                sum += i
                y.`yield`(sum + secret)
            }
        }
    }

    fun helper() = GeneratorBody<Any?> { y -> countTo(2, y) }

    private fun countTo(most: Int, y: Yielder<Any?>) {
        for (i in 1..most) y.`yield`(i)
    }

    fun inlined() = GeneratorBody<Any?> { y ->
        listOf("a", "b").forEach { y.`yield`(it) }
        repeat(2) { y.`yield`(it) }
        secret.let { y.`yield`(it) }
    }

    fun guarded() = GeneratorBody<Any?> { y ->
        StringReader("x").use { y.`yield`(it.read().toChar()) }
        try {
            y.`yield`(secret / 0)
        } catch (e: ArithmeticException) {
            y.`yield`("caught")
        } finally {
            y.`yield`("finally")
        }
    }

    fun chosen() = GeneratorBody<Any?> { y ->
        for (any in listOf(1, "text", null)) {
            y.`yield`(
                when (any) {
                    is Int -> any + 1
                    is String -> any.length
                    else -> null
                }
            )
        }
    }

    fun expression(): GeneratorBody<Any?> = object : GeneratorBody<Any?> {
        override fun run(y: Yielder<Any?>) {
            y.`yield`("of an object")
        }
    }

    fun reference() = GeneratorBody<Any?>(::run)

    private fun run(y: Yielder<Any?>) {
        y.`yield`("referred to")
    }

    fun delegating() = GeneratorBody<Any?> { y ->
        y.yieldAll(Async.generator(lambda()))
    }

    fun dialogue() = DialogueBody<Any?, Any?, String> { y ->
        val heard = y.`yield`("question")
        y.`yield`("heard $heard")
        "end"
    }

    fun notInlined() = GeneratorBody<Any?> { y ->
        java.util.List.of(1, 2).forEach(Consumer { y.`yield`(it) })
    }

    fun locked() = GeneratorBody<Any?> { y ->
        synchronized(this) { y.`yield`(1) }
    }
}
