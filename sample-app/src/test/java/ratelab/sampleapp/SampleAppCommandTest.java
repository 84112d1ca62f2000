package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.sampleapp.concurrency.ConcurrencyKind;
import ratelab.sampleapp.cure.Cures;
import ratelab.sampleapp.cure.DropReason;
import ratelab.sampleapp.work.WorkKind;

class SampleAppCommandTest {

  @Test
  void without_flags_it_is_the_original_experiment() {
    assertThat(options())
        .isEqualTo(
            new SampleAppOptions(
                ConcurrencyKind.SINGLE,
                200,
                WorkKind.EXEC,
                Duration.ofSeconds(5),
                Duration.ZERO,
                1,
                Cures.none(),
                "127.0.0.1",
                3000,
                null));
  }

  @Test
  void every_flag_has_its_effect() {
    assertThat(
            options(
                "--concurrency=pool",
                "--threads",
                "7",
                "--work",
                "sleep",
                "--sleep",
                "1m30s",
                "--cpu",
                "20ms",
                "--queue",
                "9",
                "--drop",
                "gone,deadline",
                "--deadline",
                "20s",
                "--host",
                "::1",
                "--port",
                "0",
                "--log",
                "a/b.jsonl"))
        .isEqualTo(
            new SampleAppOptions(
                ConcurrencyKind.POOL,
                7,
                WorkKind.SLEEP,
                Duration.ofSeconds(90),
                Duration.ofMillis(20),
                1,
                new Cures(
                    OptionalInt.of(9),
                    Set.of(DropReason.GONE, DropReason.DEADLINE),
                    Optional.of(Duration.ofSeconds(20))),
                "::1",
                0,
                Path.of("a/b.jsonl")));
  }

  @Test
  void spawn_takes_a_number_of_children() {
    SampleAppOptions options = options("--work", "spawn", "--children", "5", "--cpu", "20ms");

    assertThat(options.work()).isEqualTo(WorkKind.SPAWN);
    assertThat(options.children()).isEqualTo(5);
    assertThat(options("--work", "spawn", "--cpu", "20ms").children()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--queue -1: --queue -1 is not at least 0",
        "--queue 5 --concurrency async: --queue has no meaning with --concurrency async, where no"
            + " request waits: use single or pool",
        "--drop bored: 'bored' is not one of gone, deadline",
        "--deadline 5s: --deadline says when to drop a request: add --drop deadline",
        "--deadline 5s --drop gone: --deadline says when to drop a request: add --drop deadline",
        "--work spawn: --work spawn needs --cpu: how much shall each request burn?",
        "--work spawn --cpu 1s --sleep 2s: --work spawn does not sleep: leave out --sleep,",
        "--work spawn --cpu 1s --children 0: --children 0 is not at least 1",
        "--children 2: --children is for --work spawn",
      })
  void a_cure_or_child_that_makes_no_sense_is_a_usage_error(String argsAndMessage) {
    String[] parts = argsAndMessage.split(": ", 2);

    Outcome outcome = InProcess.run(List.of(parts[0].replace("queue -", "queue=-").split(" ")));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("ratelab-sample-app: ").contains(parts[1]);
  }

  private static SampleAppOptions options(String... args) {
    return Objects.requireNonNull(new SampleAppCommand().parse(args));
  }
}
