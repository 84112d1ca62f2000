package ratelab.exporter.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTemplateTest {
  private static final Candidate JAVA = Candidates.of("java", "/opt/jdk/bin/java", "-jar", "a.jar");
  private static final Map<String, String> CAPTURES = Map.of("Jar", "a.jar", "", "-jar a.jar");

  @ParameterizedTest
  @CsvSource({
    "{{.Comm}}, java",
    "{{.ExeBase}}, java",
    "{{.ExeFull}}, /opt/jdk/bin/java",
    "{{.Username}}, alice",
    "{{.PID}}, 42",
    "{{.Matches.Jar}}, a.jar",
    "{{.Matches.Nope}}, <no value>",
    "{{.Matches}}, map[:-jar a.jar Jar:a.jar]",
    "{{ .Comm }};{{.Username}}:x, java;alice:x",
    "plain } text {, plain } text {"
  })
  void renders_text_and_fields(String template, String expected) {
    assertThat(render(template, JAVA)).isEqualTo(expected);
  }

  @Test
  void without_arguments_the_program_is_the_command_name() {
    assertThat(render("{{.ExeBase}} {{.ExeFull}}", Candidates.of("kthreadd")))
        .isEqualTo("kthreadd kthreadd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{.Comm",
        "{{}}",
        "{{Comm}}",
        "{{.Nope}}",
        "{{.Comm.X}}",
        "{{.comm}}",
        "{{index .Matches \"X\"}}",
        "{{if .Comm}}x{{end}}",
        "{{- .Comm}}"
      })
  void refuses_what_it_does_not_understand(String template) {
    assertThat(NameTemplateParser.parse(template)).isEmpty();
  }

  private static String render(String template, Candidate candidate) {
    return NameTemplateParser.parse(template).orElseThrow().render(candidate, CAPTURES);
  }
}
