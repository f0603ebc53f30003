package dev.weft.planted;

import dev.weft.planted.internal.realtime.Allowed;

final class KnowsAProvider {
    Allowed provider = new Allowed();
}
