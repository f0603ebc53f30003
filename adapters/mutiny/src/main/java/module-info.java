/// Weft and Mutiny, both ways.
module dev.weft.mutiny {
    requires transitive dev.weft;
    requires transitive io.smallrye.mutiny;
    requires static org.jspecify;

    exports dev.weft.mutiny;
}
