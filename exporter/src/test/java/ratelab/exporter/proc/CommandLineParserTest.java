package ratelab.exporter.proc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.exporter.proc.files.FileBytes;

class CommandLineParserTest {
  @Test
  void keeps_spaces_and_empty_arguments_inside() {
    assertThat(captured(Fixtures.BASH))
        .isEqualTo(
            new CommandLine(
                List.of(
                    "bash",
                    "-c",
                    "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; read x",
                    "--",
                    "",
                    "two words")));
  }

  @Test
  void a_process_may_have_written_its_own_title() {
    assertThat(captured(Fixtures.OWN_TITLE))
        .isEqualTo(new CommandLine(List.of("nginx: master process /usr/sbin/nginx", "60")));
  }

  @Test
  void zombies_and_kernel_threads_have_no_arguments() {
    assertThat(captured(Fixtures.ZOMBIE)).isEqualTo(new CommandLine(List.of()));
    assertThat(captured(Fixtures.KERNEL_THREAD)).isEqualTo(new CommandLine(List.of()));
  }

  @Test
  void trailing_nuls_mean_nothing() {
    assertThat(parse("postgres: writer   \0\0\0"))
        .isEqualTo(new CommandLine(List.of("postgres: writer   ")));
    assertThat(parse("\0\0")).isEqualTo(new CommandLine(List.of()));
  }

  @Test
  void joins_with_single_spaces() {
    assertThat(parse("a\0b c\0\0d\0").joined()).isEqualTo("a b c  d");
  }

  private static CommandLine captured(int pid) {
    return CommandLineParser.parse(Fixtures.file(Fixtures.CAPTURED, pid, "cmdline"));
  }

  private static CommandLine parse(String text) {
    return CommandLineParser.parse(FileBytes.of(text.getBytes(UTF_8)));
  }
}
