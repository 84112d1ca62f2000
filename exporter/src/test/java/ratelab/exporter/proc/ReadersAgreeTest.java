package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.Outcome.Gone;

/** The native reader and its fallback must be the same to everyone else. */
class ReadersAgreeTest {
  private static final List<String> FILES = List.of("stat", "status", "cmdline");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {2, 26139, 26140, 26141, 26142, 26143, 26144})
  void on_captured_processes(int pid) throws IOException {
    for (String file : FILES) {
      assertThat(natively(Fixtures.CAPTURED, pid + "/" + file))
          .isEqualTo(plainly(Fixtures.CAPTURED, pid + "/" + file));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 101, 102, 103, 104, 105})
  void on_missing_and_cut_files(int pid) throws IOException {
    for (String file : FILES) {
      assertThat(natively(Fixtures.BROKEN, pid + "/" + file))
          .isEqualTo(plainly(Fixtures.BROKEN, pid + "/" + file));
    }
  }

  @Test
  void on_a_live_process() throws IOException {
    Path proc = Path.of("/proc");
    String cmdline = ProcessHandle.current().pid() + "/cmdline";
    assertThat(natively(proc, cmdline)).isEqualTo(plainly(proc, cmdline));
    assertThat(natively(proc, cmdline))
        .hasValueSatisfying(text -> assertThat(text).contains("java"));
  }

  @Test
  void on_a_file_far_larger_than_the_first_buffer() throws IOException {
    Files.writeString(directory.resolve("large"), "0123456789".repeat(20_000));
    assertThat(natively(directory, "large")).isEqualTo(plainly(directory, "large"));
    assertThat(natively(directory, "large").map(String::length)).contains(200_000);
  }

  @Test
  void that_a_directory_is_no_file() throws IOException {
    Files.createDirectory(directory.resolve("stat"));
    try (ProcFiles files = new NativeProcFiles(new Libc(), directory)) {
      assertThat(files.read("stat")).isEqualTo(new Outcome.Failed<>("stat: is a directory"));
    }
    assertThat(new NioProcFiles(directory).read("stat")).isInstanceOf(Outcome.Failed.class);
  }

  private static Optional<String> natively(Path root, String file) throws IOException {
    try (ProcFiles files = new NativeProcFiles(new Libc(), root)) {
      return text(files.read(file));
    }
  }

  private static Optional<String> plainly(Path root, String file) {
    return text(new NioProcFiles(root).read(file));
  }

  private static Optional<String> text(Outcome<FileBytes> outcome) {
    return switch (outcome) {
      case Found<FileBytes>(FileBytes file) -> Optional.of(file.text(0, file.length()));
      case Gone<FileBytes>() -> Optional.empty();
      case Outcome.Failed<FileBytes>(String cause) -> Optional.of("failed: " + cause);
    };
  }
}
