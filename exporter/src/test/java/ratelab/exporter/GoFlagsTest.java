package ratelab.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoFlagsTest {
  private final GoFlags flags =
      new GoFlags().text("a.b", "initial", "some text").bool("c", true, "yes or no");

  @Test
  void without_arguments_have_their_initial_values() throws UsageException {
    assertThat(parse().text("a.b")).isEqualTo("initial");
    assertThat(parse().bool("c")).isTrue();
  }

  @Test
  void take_one_dash_or_two_and_values_attached_or_apart() throws UsageException {
    assertThat(parse("-a.b", "x").text("a.b")).isEqualTo("x");
    assertThat(parse("--a.b", "x").text("a.b")).isEqualTo("x");
    assertThat(parse("-a.b=x=y").text("a.b")).isEqualTo("x=y");
    assertThat(parse("--a.b=").text("a.b")).isEmpty();
    assertThat(parse("-a.b", "-c").text("a.b")).isEqualTo("-c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-c=0", "-c=f", "--c=F", "-c=false", "-c=FALSE", "-c=False"})
  void know_gos_words_for_no(String argument) throws UsageException {
    assertThat(parse(argument).bool("c")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-c", "-c=1", "-c=t", "-c=T", "-c=true", "-c=TRUE", "--c=True"})
  void know_gos_words_for_yes(String argument) throws UsageException {
    assertThat(parse("-c=false", argument).bool("c")).isTrue();
  }

  @Test
  void end_at_the_first_other_argument_as_in_go() throws UsageException {
    GoFlags.Parsed parsed = parse("-c", "false", "-a.b=ignored");
    assertThat(parsed.bool("c")).isTrue();
    assertThat(parsed.text("a.b")).isEqualTo("initial");
    assertThat(parsed.rest()).containsExactly("false", "-a.b=ignored");
    assertThat(parse("--", "-c=false").rest()).containsExactly("-c=false");
    assertThat(parse("-").rest()).containsExactly("-");
  }

  @Test
  void say_what_is_wrong() {
    assertThatThrownBy(() -> parse("-x")).hasMessage("unknown flag -x");
    assertThatThrownBy(() -> parse("-a.b")).hasMessage("flag -a.b needs a value");
    assertThatThrownBy(() -> parse("-c=maybe"))
        .hasMessage("flag -c expects true or false, not \"maybe\"");
  }

  @Test
  void describe_themselves() {
    assertThat(flags.usage())
        .isEqualTo(
            """
              -a.b value
                    some text (default initial)
              -c=true|false
                    yes or no (default true)
            """);
  }

  private GoFlags.Parsed parse(String... arguments) throws UsageException {
    return flags.parse(List.of(arguments));
  }
}
