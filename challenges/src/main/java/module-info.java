/// The five challenges, and the command line that runs them.
module dev.weft.challenges {
    requires dev.weft;
    requires dev.weft.testkit;
    requires dev.weft.timeline;
    requires static org.jspecify;

    uses dev.weft.spi.Runtime;
}
