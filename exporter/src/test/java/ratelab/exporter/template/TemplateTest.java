package ratelab.exporter.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the table of cases cannot say: later versions of Go, messages, fields in use. */
class TemplateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "{{range 3}}[{{.}}]{{end}}⇒[0][1][2]",
        "{{range $i := 3}}{{$i}}{{else}}none{{end}}⇒012",
        "{{range 0}}x{{else}}none{{end}}⇒none",
        "{{range -1}}x{{else}}none{{end}}⇒none",
        "a{{range $i, $j := 3}}x{{end}}⇒a",
        "{{with .Matches.Nope}}x{{else with .Comm}}[{{.}}]{{else}}none{{end}}⇒[java]",
        "{{$x := 0}}{{range $x = .Cgroups}}{{end}}{{$x}}⇒/docker/0123456789abcdef",
      })
  void takes_what_later_versions_of_go_take(String template, String expected)
      throws TemplateException {
    assertThat(render(template)).isEqualTo(expected);
  }

  @Test
  void a_cut_inside_a_character_leaves_a_replacement() throws TemplateException {
    assertThat(render("{{slice .Matches.Name 0 3}}")).isEqualTo("gr\ufffd");
  }

  @Test
  void templates_that_call_each_other_without_end_stop() throws TemplateException {
    assertThat(render("a{{define \"x\"}}{{template \"x\"}}{{end}}{{template \"x\"}}b"))
        .isEqualTo("a");
  }

  @Test
  void a_loop_over_a_huge_number_stops() throws TemplateException {
    assertThat(render("a{{range .StartTime.Unix}}{{end}}b")).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      value = {
        "{{.Comm ⇒ an action has no end, }}",
        "{{nope}} ⇒ function \"nope\" not defined",
        "{{$x}} ⇒ undefined variable \"$x\"",
        "{{if .Comm}}x ⇒ a block has no {{end}}",
        "{{end}} ⇒ unexpected \"end\" in template",
        "{{}} ⇒ missing value for command",
        "{{.Comm | 1}} ⇒ non executable command in pipeline stage 2",
        "{{\"a}} ⇒ a text has no closing \"",
        "{{(.Comm}} ⇒ a ( has no )",
        "{{if .Comm}}{{break}}{{end}} ⇒ {{break}} outside {{range}}",
        "{{1x}} ⇒ 1x is no number",
      })
  void says_what_is_wrong(String template, String message) {
    assertThatThrownBy(() -> Template.parse(template)).hasMessage(message);
  }

  @Test
  void says_in_which_line() {
    assertThatThrownBy(() -> Template.parse("a\n{{.Comm}}\n{{nope}}"))
        .isInstanceOfSatisfying(TemplateException.class, e -> assertThat(e.line()).isEqualTo(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      value = {
        "{{.Comm}} ⇒ true",
        "{{$.Comm}} ⇒ true",
        "{{if .PID}}{{print (len .Comm)}}{{end}} ⇒ true",
        "{{with .Matches}}{{$.Comm}}{{end}} ⇒ true",
        "{{.}} ⇒ true",
        "{{$x := .}}{{$x.PID}} ⇒ true",
        "{{template \"x\" .}}{{define \"x\"}}{{.PID}}{{end}} ⇒ true",
        "plain ⇒ false",
        "{{.PID}} ⇒ false",
        "{{.Matches.Comm}} ⇒ false",
        "{{with .Matches}}{{.Comm}}{{.}}{{end}} ⇒ false",
        "{{range .Cgroups}}{{.}}{{end}} ⇒ false",
      })
  void knows_whether_a_field_matters(String template, boolean usesComm) throws TemplateException {
    assertThat(Template.parse(template).uses("Comm")).isEqualTo(usesComm);
  }

  private static String render(String template) throws TemplateException {
    return Template.parse(template).render(Example.PROCESS);
  }
}
