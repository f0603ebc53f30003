/// Records what tasks and generators do, and draws it.
module dev.weft.timeline {
    requires transitive dev.weft;
    requires static dev.weft.testkit;
    requires static org.jspecify;
    requires static org.junit.jupiter.api;

    exports dev.weft.timeline;
    exports dev.weft.timeline.junit;

    opens dev.weft.timeline.junit to
            org.junit.platform.commons;
}
