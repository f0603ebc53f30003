package dev.weft.challenges.doctor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Looks at everything, part by part.
public final class Doctor {

    /// A group of findings.
    ///
    /// @param title what they are about
    /// @param findings the findings
    public record Part(String title, List<Finding> findings) {}

    private Doctor() {}

    /// Examines this process.
    ///
    /// @return what was found; takes about two seconds
    public static List<Part> examine() {
        List<String> arguments = JavaHere.given();
        Map<String, String> properties = new TreeMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return List.of(
                new Part("Java", new JavaHere(properties, arguments).findings()),
                new Part("Weft", new WeftHere(properties).findings()),
                new Part("Self-test", SelfTest.findings()));
    }
}
