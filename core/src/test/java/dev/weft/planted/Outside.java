package dev.weft.planted;

import java.util.concurrent.Future;

final class Outside {
    Object waits(Future<?> future) throws Exception {
        return future.get();
    }
}
