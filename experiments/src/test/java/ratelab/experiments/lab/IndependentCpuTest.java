package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.recording.CpuReading;

class IndependentCpuTest {
  @TempDir private Path tasks;

  @Test
  void adds_what_the_scheduler_counted_for_each_thread() throws IOException {
    thread("100", 5_000);
    thread("101", 70);
    assertThat(readings()).containsExactly(new CpuReading(1, 5_070));
  }

  @Test
  void a_thread_that_ended_counts_with_its_last_reading() throws IOException {
    thread("100", 5_000);
    thread("101", 70);
    IndependentCpu cpu = new IndependentCpu(tasks);
    cpu.read(1);
    end("101");
    thread("100", 6_000);
    cpu.read(2);
    assertThat(cpu.readings()).containsExactly(new CpuReading(1, 5_070), new CpuReading(2, 6_070));
  }

  @Test
  void a_new_thread_with_an_old_number_does_not_lower_the_sum() throws IOException {
    thread("101", 70);
    IndependentCpu cpu = new IndependentCpu(tasks);
    cpu.read(1);
    thread("101", 5);
    cpu.read(2);
    assertThat(cpu.readings()).containsExactly(new CpuReading(1, 70), new CpuReading(2, 75));
  }

  @Test
  void a_process_that_has_ended_adds_no_reading() {
    IndependentCpu cpu = new IndependentCpu(tasks.resolve("gone"));
    cpu.read(1);
    assertThat(cpu.readings()).isEmpty();
  }

  @Test
  void an_instant_has_one_reading() throws IOException {
    thread("100", 5_000);
    IndependentCpu cpu = new IndependentCpu(tasks);
    cpu.read(1);
    thread("100", 6_000);
    cpu.read(1);
    assertThat(cpu.readings()).containsExactly(new CpuReading(1, 5_000));
  }

  private List<CpuReading> readings() {
    IndependentCpu cpu = new IndependentCpu(tasks);
    cpu.read(1);
    return cpu.readings();
  }

  /** As the kernel prints it: time on a CPU, time waited for one, times it got one. */
  private void thread(String tid, long nanos) throws IOException {
    Files.createDirectories(tasks.resolve(tid));
    Files.writeString(tasks.resolve(tid).resolve("schedstat"), nanos + " 1180917 12\n");
  }

  private void end(String tid) throws IOException {
    Files.delete(tasks.resolve(tid).resolve("schedstat"));
    Files.delete(tasks.resolve(tid));
  }
}
