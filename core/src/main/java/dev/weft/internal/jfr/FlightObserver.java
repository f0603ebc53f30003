package dev.weft.internal.jfr;

import dev.weft.spi.Event;
import dev.weft.spi.Observer;

/// Records the events of a run with Java Flight Recorder, if something is being recorded when the run begins.
///
/// Refers to the module `jdk.jfr` only behind a question whether it is there: Weft runs without.
public final class FlightObserver implements Observer {

    private final boolean present = !"false".equals(System.getProperty("dev.weft.jfr"))
            && ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    /// Makes the observer; called by the service loader.
    public FlightObserver() {}

    @Override
    public boolean isOn() {
        return present && Flight.isRecording();
    }

    @Override
    public void observe(Event event) {
        Flight.FLIGHT.observe(event);
    }
}
