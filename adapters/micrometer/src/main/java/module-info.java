/// Metrics of Weft for Micrometer, and contexts carried to its threads.
module dev.weft.micrometer {
    requires static context.propagation;
    requires transitive dev.weft;
    requires transitive micrometer.core;
    requires static org.jspecify;

    exports dev.weft.micrometer;
}
