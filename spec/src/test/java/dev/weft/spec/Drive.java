package dev.weft.spec;

import dev.weft.AsyncGenerator;
import dev.weft.CheckedConsumer;
import dev.weft.StopAsyncIteration;

/// The ways to read a generator to its end and close it. No test may tell them apart.
enum Drive {
    /// `each` on a fresh generator: the body runs in place and a yield is a call of the consumer.
    PUSH {
        @Override
        <T> void read(AsyncGenerator<T> generator, CheckedConsumer<? super T, Exception> action) throws Exception {
            generator.each(action);
        }
    },

    /// A `for` loop in a try-with-resources statement: the body stops at each yield.
    LOOP {
        @Override
        <T> void read(AsyncGenerator<T> generator, CheckedConsumer<? super T, Exception> action) throws Exception {
            try (generator) {
                for (T element : generator) {
                    action.accept(element);
                }
            }
        }
    },

    /// Steps by hand.
    STEPS {
        @Override
        <T> void read(AsyncGenerator<T> generator, CheckedConsumer<? super T, Exception> action) throws Exception {
            try (generator) {
                while (true) {
                    T element;
                    try {
                        element = generator.anext().await();
                    } catch (StopAsyncIteration end) {
                        return;
                    }
                    action.accept(element);
                }
            }
        }
    },

    /// A step by hand, then `each` on the generator, which has begun.
    MIXED {
        @Override
        <T> void read(AsyncGenerator<T> generator, CheckedConsumer<? super T, Exception> action) throws Exception {
            try (generator) {
                T first;
                try {
                    first = generator.anext().await();
                } catch (StopAsyncIteration end) {
                    return;
                }
                action.accept(first);
                generator.each(action);
            }
        }
    };

    abstract <T> void read(AsyncGenerator<T> generator, CheckedConsumer<? super T, Exception> action) throws Exception;
}
