package dev.weft.benchmarks;

import dev.weft.benchmarks.Contender.Role;
import java.util.List;
import java.util.Locale;

/// Draws panels as bars on a logarithmic scale, in colours that can be read on white and on black.
final class Chart {

    private static final int WIDTH = 860;
    private static final int NAMES = 300;
    private static final int VALUES = 90;
    private static final int BAR = 14;
    private static final int LINE = 22;
    private static final int HEAD = 52;
    private static final String TEXT = "#7d8590";
    private static final double SCALE = WIDTH - NAMES - VALUES - 24.0;

    private final StringBuilder svg = new StringBuilder();
    private int y;

    private Chart() {}

    static String svg(List<Panel> panels) {
        var chart = new Chart();
        panels.stream().filter(panel -> !panel.rows().isEmpty()).forEach(chart::draw);
        int height = chart.y + LINE;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                font-family="system-ui, sans-serif" font-size="12" fill="%s">
                %s%s</svg>
                """.formatted(WIDTH, height, WIDTH, height, TEXT, chart.svg, legend(height));
    }

    private void draw(Panel panel) {
        y += HEAD;
        svg.append("""
                <text x="0" y="%d" font-size="14" font-weight="600">%s (%s, logarithmic)</text>
                """.formatted(y - 22, escaped(Results.capital(panel.title())), escaped(panel.unit())));
        double least = Math.log10(panel.rows().getFirst().median()) - 0.3;
        double greatest = Math.log10(panel.rows().getLast().spread().high());
        double perDecade = SCALE / Math.max(0.5, greatest - least);
        grid(panel, least, perDecade);
        for (Row row : panel.rows()) {
            bar(row, least, perDecade);
            y += LINE;
        }
    }

    /// A line for each power of ten.
    private void grid(Panel panel, double least, double perDecade) {
        int bottom = y + panel.rows().size() * LINE - (LINE - BAR);
        for (int power = (int) Math.ceil(least); (power - least) * perDecade <= SCALE; power++) {
            double x = NAMES + (power - least) * perDecade;
            svg.append(
                    format("<path d=\"M%.1f %dV%d\" stroke=\"%s\" stroke-opacity=\".3\"/>\n", x, y - 4, bottom, TEXT));
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%d\" font-size=\"10\" text-anchor=\"middle\">%s</text>\n",
                    x, y - 7, power(power)));
        }
    }

    private static String power(int exponent) {
        return exponent < 0 ? String.valueOf(Math.pow(10, exponent)) : format("%,.0f", Math.pow(10, exponent));
    }

    private void bar(Row row, double least, double perDecade) {
        double width = (Math.log10(row.median()) - least) * perDecade;
        double low = NAMES + (Math.log10(row.spread().low()) - least) * perDecade;
        double high = NAMES + (Math.log10(row.spread().high()) - least) * perDecade;
        int middle = y + BAR / 2;
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\"%s>%s</text>\n",
                NAMES - 8, y + BAR - 3, row.role() == Role.WEFT ? " font-weight=\"600\"" : "", escaped(row.name())));
        svg.append(format(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>\n",
                NAMES, y, width, BAR, colour(row.role())));
        if (high - low > 1) {
            svg.append(
                    format("<path d=\"M%.1f %dH%.1f\" stroke=\"%s\" stroke-width=\"2\"/>\n", low, middle, high, TEXT));
        }
        svg.append(format(
                "<text x=\"%.1f\" y=\"%d\">%s</text>\n",
                Math.max(NAMES + width, high) + 6, y + BAR - 3, Figures.of(row.median())));
    }

    private static String legend(int height) {
        var legend = new StringBuilder();
        int x = NAMES;
        for (Role role : Role.values()) {
            legend.append(format(
                    "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" rx=\"2\" fill=\"%s\"/>\n",
                    x, height - 13, colour(role)));
            legend.append(format("<text x=\"%d\" y=\"%d\">%s</text>\n", x + 16, height - 4, name(role)));
            x += 110;
        }
        return legend.toString();
    }

    private static String name(Role role) {
        return switch (role) {
            case BY_HAND -> "by hand";
            case WEFT -> "Weft";
            case PEER -> "peers";
        };
    }

    private static String colour(Role role) {
        return switch (role) {
            case BY_HAND -> "#3fa266";
            case WEFT -> "#3b82f6";
            case PEER -> "#a3a9b3";
        };
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
