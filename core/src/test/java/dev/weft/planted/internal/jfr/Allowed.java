package dev.weft.planted.internal.jfr;

final class Allowed extends jdk.jfr.Event {}
