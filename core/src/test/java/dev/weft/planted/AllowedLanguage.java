package dev.weft.planted;

import dev.weft.planted.spi.AllowedFloor;
import java.lang.ref.Cleaner;

public class AllowedLanguage implements AllowedFloor {
    static final Cleaner CLEANER = Cleaner.create();
}
