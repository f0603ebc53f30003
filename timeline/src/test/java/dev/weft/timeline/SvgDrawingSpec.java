package dev.weft.timeline;

import static dev.weft.Async.anext;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.timeline.Runs.ms;
import static dev.weft.timeline.Runs.numbers;
import static dev.weft.timeline.Runs.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgDrawingSpec {

    @Test
    void hasANameForEachRowAndARectangleForEachSpan() throws Exception {
        var timeline = timeline(() -> {
            try (var left = numbers("left", 1, ms(10));
                    var right = numbers("right", 1, ms(20))) {
                gather(anext(left), anext(right), Integer::sum).await();
            }
        });

        Document svg = parsed(timeline.toSvg());

        assertThat(texts(svg)).contains("run", "gather.0", "gather.1", "left", "right", "20 ms");
        assertThat(ofClass(svg, "rect", "sleeping")).isEqualTo(2 + 1);
        assertThat(ofClass(svg, "path", "yielded")).isEqualTo(2 + 1);
        assertThat(ofClass(svg, "path", "task")).isEqualTo(4 + 1);
    }

    @Test
    void showsWhatWasYielded() throws Exception {
        var timeline = timeline(() -> numbers("numbers", 2, ms(10)).toList());

        assertThat(texts(parsed(timeline.toSvg()))).contains("0", "1");
    }

    @Test
    void isWellFormedWhateverTheNamesAndValuesAre() throws Exception {
        var timeline = timeline(() -> generator("a <b> & \"c\"\u0000\u001b", y -> y.yield("</svg>\uFFFF\uD800"))
                .toList());

        assertThat(texts(parsed(timeline.toSvg()))).contains("a <b> & \"c\"??", "</svg>??");
    }

    @Test
    void hasColoursForLightAndDark() {
        assertThat(new TimelineRecorder().timeline().toSvg()).contains("prefers-color-scheme: dark");
    }

    @Test
    void staysSmallForALargeRunAndSaysWhatItLeavesOut() throws Exception {
        String image = Runs.large().toSvg();

        Document svg = parsed(image);
        assertThat(image).hasSizeLessThan(1_000_000);
        assertThat(svg.getElementsByTagName("*").getLength()).isLessThan(10_000);
        assertThat(texts(svg))
                .anyMatch(text -> text.startsWith("Left out: 141 rows"))
                .anyMatch(text -> text.matches("Left out: \\d+ links.*"));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static Iterable<String> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static long ofClass(Document svg, String element, String name) {
        NodeList nodes = svg.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .filter(i -> nodes.item(i)
                        .getAttributes()
                        .getNamedItem("class")
                        .getNodeValue()
                        .startsWith(name))
                .count();
    }
}
