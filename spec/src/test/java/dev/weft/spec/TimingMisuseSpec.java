package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weft.AsyncIterable;
import dev.weft.CheckedFunction;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Misuse of the operators of time: refused at once, by an exception that names the culprit and its value.
class TimingMisuseSpec {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aTimeOutOfRangeIsRefusedWithItsNameAndValue(String message, ThrowingCallable code) {
        assertThatIllegalArgumentException().isThrownBy(code).withMessage(message);
    }

    private static Stream<Arguments> aTimeOutOfRangeIsRefusedWithItsNameAndValue() {
        AsyncIterable<Integer> numbers = () -> of(1);
        return Stream.of(
                refused("by must not be negative, was -7ms", () -> numbers.delay(ms(-7))),
                refused("by must not be negative, was -7ms", () -> numbers.delayStart(ms(-7))),
                refused("gap must be positive, was 0s", () -> numbers.spaced(ms(0))),
                refused("quiet must be positive, was 0s", () -> numbers.debounce(ms(0))),
                refused("window must be positive, was 0s", () -> numbers.throttleFirst(ms(0))),
                refused("window must be positive, was -7ms", () -> numbers.throttleLast(ms(-7))),
                refused("period must be positive, was 0s", () -> numbers.sample(ms(0))),
                refused("size must be positive, was 0", () -> numbers.chunkedWithin(0, ms(10))),
                refused("window must be positive, was 0s", () -> numbers.chunkedWithin(1, ms(0))),
                refused("limit must be positive, was 0s", () -> numbers.timeoutEach(ms(0))),
                refused("limit must be positive, was -7ms", () -> numbers.timeoutTotal(ms(-7))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nullIsRefusedByTheNameOfTheParameter(String parameter, ThrowingCallable code) {
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(code).withMessage(parameter);
    }

    private static Stream<Arguments> nullIsRefusedByTheNameOfTheParameter() {
        AsyncIterable<Integer> numbers = () -> of(1);
        return Stream.of(
                refused("by", () -> numbers.delay(null)),
                refused("by", () -> numbers.delayStart(null)),
                refused("gap", () -> numbers.spaced(null)),
                refused("quiet", () -> numbers.debounce((Duration) null)),
                refused("quiet", () -> numbers.debounce((CheckedFunction<Integer, Duration>) null)),
                refused("window", () -> numbers.throttleFirst(null)),
                refused("window", () -> numbers.throttleLast(null)),
                refused("period", () -> numbers.sample(null)),
                refused("window", () -> numbers.chunkedWithin(1, null)),
                refused("limit", () -> numbers.timeoutEach(null)),
                refused("limit", () -> numbers.timeoutTotal(null)));
    }

    private static Arguments refused(String message, ThrowingCallable code) {
        return Arguments.of(message, code);
    }
}
