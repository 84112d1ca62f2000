package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ratelab.sampleapp.concurrency.ConcurrencyKind;
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
                "::1",
                0,
                Path.of("a/b.jsonl")));
  }

  private static SampleAppOptions options(String... args) {
    return Objects.requireNonNull(new SampleAppCommand().parse(args));
  }
}
