/// Weft and the publishers of Reactive Streams, both ways.
module dev.weft.reactivestreams {
    requires transitive dev.weft;
    requires transitive org.reactivestreams;
    requires static org.jspecify;

    exports dev.weft.reactivestreams;
}
