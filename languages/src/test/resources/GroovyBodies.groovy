import dev.weft.GeneratorBody
import dev.weft.Yielder
import groovy.transform.CompileDynamic
import groovy.transform.CompileStatic

@CompileStatic
class GroovyBodies {

    @CompileDynamic
    GeneratorBody closure() {
        return { y -> y.yield(1); y.yield(2) } as GeneratorBody
    }

    @CompileDynamic
    GeneratorBody dynamicLambda() {
        return (y) -> { y.yield(1); y.yield(2) }
    }

    @CompileDynamic
    GeneratorBody dynamicClass() {
        return new GeneratorBody() {
            @Override
            void run(Yielder y) {
                for (i in 1..2) {
                    y.yield(i)
                }
            }
        }
    }

    GeneratorBody<Object> staticClosure() {
        return { Yielder<Object> y -> y.yield(1); y.yield(2) } as GeneratorBody
    }

    GeneratorBody<Object> staticLambda() {
        int most = 2
        GeneratorBody<Object> body = (Yielder<Object> y) -> {
            for (int i = 1; i <= most; i++) {
                y.yield(i)
            }
        }
        return body
    }

    GeneratorBody<Object> staticClass() {
        return new Counting()
    }

    static class Counting implements GeneratorBody<Object> {

        @Override
        void run(Yielder<Object> y) {
            try {
                y.yield(1)
            } finally {
                y.yield(2)
            }
        }
    }
}
