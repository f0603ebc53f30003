/// Async generators for Java: a producer written as one plain lambda, a consumer that is a `for` loop.
module dev.weft {
    requires static jdk.jfr;
    requires static org.jspecify;

    exports dev.weft;
    exports dev.weft.spi;

    uses dev.weft.spi.Engine;
    uses dev.weft.spi.Observer;
    uses dev.weft.spi.Runtime;

    provides dev.weft.spi.Engine with
            dev.weft.internal.thread.ThreadEngine,
            dev.weft.internal.compiled.CompiledEngine;
    provides dev.weft.spi.Observer with
            dev.weft.internal.jfr.FlightObserver;
    provides dev.weft.spi.Runtime with
            dev.weft.internal.realtime.RealTime;
}
