package com.example;

import dev.weft.spi.Runtime;

/// User code that waits for ever, in a package of its own: what a report is to show.
public final class Warehouse {

    private final Runtime runtime;

    public Warehouse(Runtime runtime) {
        this.runtime = runtime;
    }

    public void awaitParcel() {
        runtime.park(Runtime.FOREVER, "a parcel");
    }
}
