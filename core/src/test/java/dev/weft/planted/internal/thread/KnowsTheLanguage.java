package dev.weft.planted.internal.thread;

import dev.weft.planted.AllowedLanguage;

final class KnowsTheLanguage extends AllowedLanguage {}
