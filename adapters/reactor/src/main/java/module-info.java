/// Weft and Reactor, both ways.
module dev.weft.reactor {
    requires transitive dev.weft;
    requires transitive org.reactivestreams;
    requires transitive reactor.core;
    requires static org.jspecify;

    exports dev.weft.reactor;
}
