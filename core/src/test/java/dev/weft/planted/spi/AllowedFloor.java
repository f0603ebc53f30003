package dev.weft.planted.spi;

public interface AllowedFloor {}
