package dev.weft.planted.extra;

final class OfNoLayer {}
