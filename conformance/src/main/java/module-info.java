/// Runs scenarios with reference traces on Weft.
module dev.weft.conformance {
    requires dev.weft;
    requires dev.weft.testkit;
    requires static org.jspecify;
    requires tools.jackson.databind;

    opens dev.weft.conformance to
            dev.weft; // for engines that read the code of bodies

    uses dev.weft.spi.Engine;
}
