/// Weft and the flows and suspending functions of Kotlin, both ways.
module dev.weft.kotlin {
    requires transitive dev.weft;
    requires transitive kotlin.stdlib;
    requires transitive kotlinx.coroutines.core;
    requires kotlinx.coroutines.jdk9;

    exports dev.weft.kotlin;
}
