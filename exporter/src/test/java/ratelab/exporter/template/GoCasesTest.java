package ratelab.exporter.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Go 1.19's text/template made of each template of the table: {@code ok} and the text, {@code
 * stops} and the text until the error, or {@code refused}. A line break is written ⏎, a tab ⇥.
 */
class GoCasesTest {
  record Case(String outcome, String template, String text) {
    static Case of(String line) {
      List<String> columns = List.of(line.split("\t", -1));
      return new Case(columns.get(0), plain(columns.get(1)), plain(columns.get(2)));
    }

    private static String plain(String cell) {
      return cell.replace('⏎', '\n').replace('⇥', '\t');
    }
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void renders_what_go_renders(Case expected) throws TemplateException {
    assertThat(Template.parse(expected.template).render(Example.PROCESS)).isEqualTo(expected.text);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses_what_go_refuses(Case expected) {
    assertThatThrownBy(() -> Template.parse(expected.template))
        .isInstanceOf(TemplateException.class);
  }

  @Test
  void the_table_is_long() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(300);
  }

  private static Stream<Case> rendered() throws IOException {
    return cases().stream().filter(one -> !one.outcome.equals("refused"));
  }

  private static Stream<Case> refused() throws IOException {
    return cases().stream().filter(one -> one.outcome.equals("refused"));
  }

  private static List<Case> cases() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(GoCasesTest.class.getResourceAsStream("go-cases.tsv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(Case::of)
          .toList();
    }
  }
}
