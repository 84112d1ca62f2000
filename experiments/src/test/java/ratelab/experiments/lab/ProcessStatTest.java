package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessStatTest {
  @Test
  void a_name_may_hold_spaces_and_parentheses() {
    String line =
        "4242 (a) b (c d) S 1 4242 4241 0 -1 4194304 2050 0 0 0 3 1 0 0 20 0 14 0 567890 1 2 3\n";
    assertThat(ProcessStat.parse(line)).isEqualTo(new ProcessStat(4242, 'S', 4241, 567890));
    assertThat(ProcessStat.parse(line).identity()).isEqualTo("4242@567890");
  }

  @Test
  void a_process_that_nobody_waited_for_has_ended() throws Exception {
    // The shell becomes a program that never asks how its child ended.
    Process parent = new ProcessBuilder("sh", "-c", "true & exec sleep 60").start();
    try {
      ProcessStat child = Await.until("a zombie", Duration.ofSeconds(20), () -> zombieOf(parent));
      assertThat(child.stillRuns()).isFalse();
      assertThatThrownBy(
              () -> new ProcessWatch(child.pid(), Duration.ofSeconds(1), Duration.ofSeconds(2)))
          .isInstanceOf(LabException.class)
          .hasMessageStartingWith("process " + child.pid() + " has ended and is a zombie: ");
    } finally {
      parent.destroyForcibly().waitFor();
    }
  }

  private static Await.Look<ProcessStat> zombieOf(Process parent) {
    return parent
        .children()
        .flatMap(child -> ProcessStat.read(child.pid()).stream())
        .filter(ProcessStat::hasEnded)
        .findFirst()
        .<Await.Look<ProcessStat>>map(Await.Look.Seen::new)
        .orElseGet(() -> new Await.Look.NotYet<>("its children: " + parent.children().toList()));
  }

  @Test
  void a_process_that_does_not_exist_has_none() {
    assertThat(ProcessStat.read(Integer.MAX_VALUE)).isEmpty();
  }
}
