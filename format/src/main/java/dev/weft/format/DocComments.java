package dev.weft.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps the lines of `///` comments away from the formatter, which counts their indentation twice and, where it then
/// finds them too long, breaks them into lines that are no comments any more.
final class DocComments {

    private static final Pattern LINE = Pattern.compile("(?m)^(\\h*)///(.*)$");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?m)^(\\h*)// doc comment line (\\d+)$");

    private final List<String> texts = new ArrayList<>();
    private final String hidden;

    DocComments(String source) {
        hidden = LINE.matcher(source).replaceAll(this::hide);
    }

    /// The source with a short comment in place of each line.
    String hidden() {
        return hidden;
    }

    /// Puts the lines back where the formatter has left their placeholders.
    String restoreIn(String formatted) {
        return PLACEHOLDER.matcher(formatted).replaceAll(this::restore);
    }

    private String hide(MatchResult line) {
        texts.add(line.group(2).stripTrailing());
        return line.group(1) + "// doc comment line " + (texts.size() - 1);
    }

    private String restore(MatchResult placeholder) {
        String text = texts.get(Integer.parseInt(placeholder.group(2)));
        return Matcher.quoteReplacement(placeholder.group(1) + "///" + text);
    }
}
