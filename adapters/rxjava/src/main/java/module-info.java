/// Weft and RxJava, both ways.
module dev.weft.rxjava {
    requires transitive dev.weft;
    requires transitive io.reactivex.rxjava3;
    requires transitive org.reactivestreams;
    requires static org.jspecify;

    exports dev.weft.rxjava;
}
