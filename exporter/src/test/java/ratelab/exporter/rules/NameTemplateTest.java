package ratelab.exporter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.exporter.template.TemplateException;

class NameTemplateTest {
  private static final Candidate JAVA = Candidates.of("java", "/opt/jdk/bin/java", "-jar", "a.jar");

  @ParameterizedTest
  @CsvSource({
    "{{.Comm}}, java",
    "{{.ExeBase}}, java",
    "{{.ExeFull}}, /opt/jdk/bin/java",
    "{{.Username}}, alice",
    "{{.UID}}, 1000",
    "{{.PID}}, 42",
    "{{.StartTime}}, 2023-11-14 22:14:30 +0000 UTC",
    "{{.Cgroups}}, [/ /user.slice]",
    "{{index .Cgroups 1}}, /user.slice",
    "{{.Matches.Jar}}, a.jar",
    "{{.Matches.Nope}}, <no value>",
    "{{.Matches}}, map[:-jar a.jar Jar:a.jar]",
    "a{{.Nope}}b, a",
    "{{.}}, {[/ /user.slice] java java /opt/jdk/bin/java alice 42 2023-11-14 22:14:30 +0000 UTC"
        + " map[:-jar a.jar Jar:a.jar]}"
  })
  void renders_what_is_known_of_the_process(String template, String expected)
      throws TemplateException {
    assertThat(render(template, JAVA)).isEqualTo(expected);
  }

  @Test
  void without_arguments_the_program_is_the_command_name() throws TemplateException {
    assertThat(render("{{.ExeBase}} {{.ExeFull}}", Candidates.of("kthreadd")))
        .isEqualTo("kthreadd kthreadd");
  }

  private static String render(String template, Candidate candidate) throws TemplateException {
    return NameTemplate.parse(template)
        .render(new Subject(candidate), new TreeMap<>(Map.of("Jar", "a.jar", "", "-jar a.jar")));
  }
}
