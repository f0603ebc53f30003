package dev.weft.challenges.doctor;

import static dev.weft.challenges.doctor.Finding.bad;
import static dev.weft.challenges.doctor.Finding.good;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The Java that this process runs on.
///
/// @param properties the system properties
/// @param arguments what the virtual machine was started with, as far as that can be seen
record JavaHere(Map<String, String> properties, List<String> arguments) {

    private static final int OLDEST = 25;
    private static final String SCHEDULER = "jdk.virtualThreadScheduler.";
    private static final String TRACK = "jdk.trackAllThreads";

    /// What the virtual machine of this process was started with.
    static List<String> given() {
        Stream<String> given =
                ProcessHandle.current().info().arguments().stream().flatMap(Stream::of);
        Stream<String> inherited = Stream.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")
                .flatMap(
                        name -> Stream.of(System.getenv().getOrDefault(name, "").split("\\s+")));
        return Stream.concat(given, inherited)
                .filter(argument -> argument.startsWith("-"))
                .toList();
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.add(version(Runtime.version().feature()));
        findings.add(good("home", property("java.home", "unknown")));
        findings.add(good("machine", property("java.vm.name", "unknown") + " " + property("java.vm.version", "")));
        findings.add(schedulerOf("parallelism", Runtime.getRuntime().availableProcessors()));
        findings.add(
                schedulerOf("maxPoolSize", Math.max(256, Runtime.getRuntime().availableProcessors())));
        findings.add(tracked());
        findings.add(good("flags", listed("-XX:")));
        findings.add(cache());
        return findings;
    }

    static Finding version(int feature) {
        return feature >= OLDEST
                ? good("version", Runtime.version().toString())
                : bad(
                        "version",
                        String.valueOf(feature),
                        "install a JDK " + OLDEST + " or later, and set JAVA_HOME to it");
    }

    private Finding schedulerOf(String setting, int byDefault) {
        String name = SCHEDULER + setting;
        String value = properties.get(name);
        if (value == null) {
            return good(setting, byDefault + " carriers, by default");
        }
        return value.matches("[1-9]\\d*")
                ? good(setting, value + " carriers, by -D" + name)
                : bad(setting, value, "give -D" + name + " a positive number, or leave it out");
    }

    /// Whether a thread dump shows the virtual threads that Weft starts.
    private Finding tracked() {
        return "false".equals(properties.get(TRACK))
                ? bad("thread dumps", "without virtual threads", "remove -D" + TRACK + "=false to see waiting tasks")
                : good("thread dumps", "with virtual threads: jcmd <pid> Thread.dump_to_file <file>");
    }

    private Finding cache() {
        String given = listed("-XX:AOT");
        return good("AOT cache", given.equals("none") ? "none; -XX:AOTCacheOutput=<file> makes one" : given);
    }

    private String listed(String prefix) {
        List<String> flags = arguments.stream()
                .filter(argument -> argument.startsWith(prefix))
                .toList();
        return flags.isEmpty() ? "none" : String.join(" ", flags);
    }

    private String property(String name, String otherwise) {
        return properties.getOrDefault(name, otherwise);
    }
}
