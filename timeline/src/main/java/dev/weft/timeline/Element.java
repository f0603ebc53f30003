package dev.weft.timeline;

/// Writes one element of XML, on a line of its own.
final class Element {

    private final StringBuilder text = new StringBuilder();
    private final String name;

    Element(String name, String type) {
        this.name = name;
        text.append('<').append(name);
        with("class", type);
    }

    Element with(String attribute, String value) {
        text.append(' ').append(attribute).append("=\"").append(Markup.escaped(value));
        text.append('"');
        return this;
    }

    Element with(String attribute, double value) {
        return with(attribute, number(value));
    }

    /// Ends an element without content.
    String empty() {
        return text + "/>\n";
    }

    /// Ends an element that holds text.
    String of(String content) {
        return text + ">" + Markup.escaped(content) + "</" + name + ">\n";
    }

    /// Ends an element that shows text when it is pointed at.
    String titled(String title) {
        return text + "><title>" + Markup.escaped(title) + "</title></" + name + ">\n";
    }

    /// Writes a number with one digit behind the point, if it needs it.
    static String number(double value) {
        double rounded = Math.rint(value * 10) / 10;
        boolean isWhole = rounded == Math.rint(rounded);
        return isWhole ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
