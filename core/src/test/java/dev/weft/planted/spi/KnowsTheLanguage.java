package dev.weft.planted.spi;

import dev.weft.planted.AllowedLanguage;

final class KnowsTheLanguage extends AllowedLanguage {}
