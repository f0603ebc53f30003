package dev.weft.challenges.doctor;

import static dev.weft.challenges.doctor.Finding.bad;
import static dev.weft.challenges.doctor.Finding.good;

import dev.weft.Async;
import dev.weft.Explanation;
import dev.weft.GeneratorBody;
import dev.weft.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/// What there is of Weft in this process.
///
/// @param properties the system properties
record WeftHere(Map<String, String> properties) {

    private static final String PREFIX = "dev.weft.";
    private static final List<String> KNOWN = List.of("dev.weft.engine", "dev.weft.jfr", "dev.weft.traces");
    private static final String ENGINE = "dev.weft.engine";

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.add(module("core", Async.class));
        findings.add(module("test kit", VirtualTime.class));
        findings.add(engine());
        findings.add(runtime());
        findings.add(good("recorder", ModuleLayer.boot().findModule("jdk.jfr").isPresent() ? "there" : "not there"));
        properties.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(this::property)
                .forEach(findings::add);
        return findings;
    }

    private static Finding module(String what, Class<?> member) {
        Module module = member.getModule();
        return good(what, module.isNamed() ? "module " + module.getName() : "on the class path");
    }

    private Finding engine() {
        GeneratorBody<Integer> sample = y -> {
            for (int i = 0; i < 3; i++) {
                y.yield(i);
            }
        };
        Explanation explained = Async.explain(sample);
        String fix = properties.containsKey(ENGINE)
                ? "set -D" + ENGINE + " to compiled or thread, or leave it out"
                : "open the package of the body to dev.weft, or call Async.register(MethodHandles.lookup())";
        boolean asked = explained.engine().equals(properties.getOrDefault(ENGINE, "compiled"));
        return asked ? good("engine", explained.toString()) : bad("engine", explained.toString(), fix);
    }

    private static Finding runtime() {
        return ServiceLoader.load(dev.weft.spi.Runtime.class)
                .findFirst()
                .map(found -> good("runtime", found.getClass().getName()))
                .orElseGet(() -> bad("runtime", "none", "put the whole of weft.jar on the module or class path"));
    }

    private Finding property(String name) {
        String value = name + "=" + properties.get(name);
        return KNOWN.contains(name)
                ? good("property", value)
                : bad("property", value, "nothing reads it; there are " + String.join(", ", KNOWN));
    }
}
