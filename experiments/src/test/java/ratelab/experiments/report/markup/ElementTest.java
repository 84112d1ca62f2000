package ratelab.experiments.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementTest {
  @Test
  void text_and_attributes_are_escaped() {
    assertThat(
            Element.of("a")
                .with("title", "\"><script>'")
                .text("<img src=x onerror=alert(1)> & co")
                .render())
        .isEqualTo(
            "<a title=\"&quot;&gt;&lt;script&gt;&#39;\">"
                + "&lt;img src=x onerror=alert(1)&gt; &amp; co</a>");
  }

  @Test
  void characters_that_xml_does_not_allow_are_replaced() {
    assertThat(Element.of("b").text("a\u0000b\u001bc\ufffed\tok 😀").render())
        .isEqualTo("<b>a\ufffdb\ufffdc\ufffdd\tok 😀</b>");
  }

  @Test
  void an_element_of_elements_has_one_a_line_and_text_stays_in_its_line() {
    assertThat(
            Element.of("svg")
                .add(Element.of("rect").with("x", 1.25).with("width", 3))
                .add(Element.of("text").text("a ").add(Element.of("b").text("c")))
                .add(Element.of("g"))
                .render())
        .isEqualTo(
            """
            <svg>
            <rect x="1.3" width="3"/>
            <text>a <b>c</b></text>
            <g></g>
            </svg>\
            """);
  }
}
