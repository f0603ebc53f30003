package dev.weft.planted.internal.thread;

import dev.weft.planted.internal.realtime.Allowed;

final class KnowsAnotherProvider {
    Allowed other = new Allowed();
}
