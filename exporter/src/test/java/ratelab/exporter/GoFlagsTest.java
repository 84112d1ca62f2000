package ratelab.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoFlagsTest {
  private final GoFlags flags =
      new GoFlags()
          .section("Words")
          .text("a.b", "WORD", "initial", "some text")
          .section("Others")
          .bool("c", true, "yes or no")
          .bool(
              "e",
              false,
              "no or yes, and so many words that one line does not hold them all, so there are two")
          .duration("d", "how long");

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
  void read_durations_as_go_does_and_take_0_for_none() throws UsageException {
    assertThat(parse().duration("d")).isEmpty();
    assertThat(parse("-d", "0").duration("d")).isEmpty();
    assertThat(parse("-d=0s").duration("d")).isEmpty();
    assertThat(parse("-d", "500ms").duration("d")).contains(Duration.ofMillis(500));
  }

  @Test
  void help_ends_them_at_once() throws UsageException {
    assertThat(parse("-h", "-nope").helpAsked()).isTrue();
    assertThat(parse("--help=false").helpAsked()).isTrue();
    assertThat(parse("-c").helpAsked()).isFalse();
    assertThatThrownBy(() -> parse("-nope", "-h")).hasMessage("unknown flag -nope");
  }

  @Test
  void say_what_is_wrong() {
    assertThatThrownBy(() -> parse("-x")).hasMessage("unknown flag -x");
    assertThatThrownBy(() -> parse("-a.b")).hasMessage("flag -a.b needs a value");
    assertThatThrownBy(() -> parse("-c=maybe"))
        .hasMessage("flag -c expects true or false, not \"maybe\"");
    assertThatThrownBy(() -> parse("-c=")).hasMessage("flag -c expects true or false, not \"\"");
    assertThatThrownBy(() -> parse("-d=5"))
        .hasMessage("flag -d expects a duration such as 500ms, 1.5s or 2h45m, not \"5\"");
  }

  @Test
  void describe_themselves() {
    assertThat(flags.usage())
        .isEqualTo(
            """

            Words:
              -a.b WORD
                    some text (default initial)

            Others:
              -c
                    yes or no (default true)
              -e
                    no or yes, and so many words that one line does not hold them all, so
                    there are two
              -d DURATION
                    how long
            """);
  }

  private GoFlags.Parsed parse(String... arguments) throws UsageException {
    return flags.parse(List.of(arguments));
  }
}
