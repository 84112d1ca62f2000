package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.lab.LabException;

class LabKindTest {
  @TempDir private Path directory;

  @Test
  void where_processes_are_seen_they_are_the_lab() throws Exception {
    Path proc = Files.createFile(directory.resolve("stat"));

    assertThat(LabKind.usual(proc, () -> true)).isEqualTo(LabKind.LOCAL);
    assertThat(LabKind.usual(proc, () -> false)).isEqualTo(LabKind.LOCAL);
  }

  @Test
  void where_none_are_seen_containers_are() {
    assertThat(LabKind.usual(directory.resolve("stat"), () -> true)).isEqualTo(LabKind.DOCKER);
  }

  @Test
  void where_there_is_neither_both_remedies_are_named() {
    assertThatThrownBy(() -> LabKind.usual(directory.resolve("stat"), () -> false))
        .isInstanceOf(LabException.class)
        .hasMessage(
            "there is no /proc to see processes in, and no Docker engine answers: run this on"
                + " Linux, or start a Docker engine (Docker Desktop) for --lab docker; --lab"
                + " simulated works without either");
  }

  @Test
  void who_asks_for_one_gets_it() {
    assertThat(LabKind.chosen(LabKind.SIMULATED)).isEqualTo(LabKind.SIMULATED);
  }
}
