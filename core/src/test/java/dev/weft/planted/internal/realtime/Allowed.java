package dev.weft.planted.internal.realtime;

import dev.weft.planted.spi.AllowedFloor;

public final class Allowed implements AllowedFloor {
    long now() {
        return System.nanoTime();
    }
}
