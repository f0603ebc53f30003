/// Virtual time and seeded schedules for code that uses Weft.
module dev.weft.testkit {
    requires transitive dev.weft;
    requires static org.jspecify;
    requires static org.junit.jupiter.api;

    exports dev.weft.testkit;

    opens dev.weft.testkit to
            org.junit.platform.commons;
}
