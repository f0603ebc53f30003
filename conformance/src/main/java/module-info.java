/// Runs scenarios with reference traces on Weft.
module dev.weft.conformance {
    requires dev.weft;
    requires dev.weft.testkit;
    requires static org.jspecify;
    requires tools.jackson.databind;
}
