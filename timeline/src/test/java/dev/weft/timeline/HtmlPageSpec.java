package dev.weft.timeline;

import static dev.weft.Async.generator;
import static dev.weft.timeline.Runs.ms;
import static dev.weft.timeline.Runs.numbers;
import static dev.weft.timeline.Runs.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What is in the page. What it does in a browser is tested there: see `src/test/browser`.
class HtmlPageSpec {

    private static final Pattern DATA = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

    @Test
    void hasTheTimelineAsData() throws Exception {
        var timeline = timeline(() -> numbers("numbers", 2, ms(10)).toList());

        JsonNode data = data(timeline.toHtml("two numbers"));

        assertThat(data.get("length").asLong()).isEqualTo(20_000_000);
        assertThat(data.get("rows")).hasSize(2 * 2);
        assertThat(data.get("lanes")).hasSize(2 * 5);
        assertThat(data.get("points")).hasSize(4 * 4);
        assertThat(data.get("texts")).extracting(JsonNode::asString).contains("numbers", "sleep 10ms");
    }

    @Test
    void asksNothingOfAnyNetwork() throws Exception {
        String page = timeline(() -> numbers("numbers", 2, ms(10)).toList()).toHtml("quiet");

        assertThat(page).doesNotContain("http:", "https:", "//cdn", "import(", "fetch(", "XMLHttpRequest", "@import");
    }

    @Test
    void takesTheTitleAndAllTextsAsTexts() throws Exception {
        var timeline = timeline(() -> generator("</script><b>", y -> y.yield("<!--title-->/*use.js*/"))
                .toList());

        String page = timeline.toHtml("a <b> /*data*/");

        assertThat(page).contains("<title>a &lt;b&gt; /*data*/</title>");
        assertThat(data(page).get("texts"))
                .extracting(JsonNode::asString)
                .contains("</script><b>", "<!--title-->/*use.js*/");
    }

    @Test
    void hasAllOfALargeRunInABoundedSize() throws Exception {
        String page = Runs.large().toHtml("large");

        assertThat(page).hasSizeLessThan(6_000_000);
        assertThat(data(page).get("rows")).hasSize(2 * 201);
    }

    private static JsonNode data(String page) {
        var found = DATA.matcher(page);
        assertThat(found.find()).isTrue();
        return new ObjectMapper().readTree(found.group(1));
    }
}
