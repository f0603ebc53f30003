package dev.weft.planted;

final class Records extends jdk.jfr.Event {}
