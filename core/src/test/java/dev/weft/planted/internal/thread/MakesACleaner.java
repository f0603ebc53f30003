package dev.weft.planted.internal.thread;

import java.lang.ref.Cleaner;

final class MakesACleaner {
    Cleaner makesACleaner() {
        return Cleaner.create();
    }
}
