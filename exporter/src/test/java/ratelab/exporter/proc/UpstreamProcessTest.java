package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import ratelab.exporter.proc.Outcome.Found;

/** The process that process-exporter's own tests read, with the values that they expect. */
class UpstreamProcessTest {
  private static final ProcessId ID = new ProcessId(Fixtures.UPSTREAM_PROCESS, 324219);

  @Test
  void is_read_in_full() throws IOException {
    Reading reading = measure(true);
    Stat stat =
        new Stat(ID, "process-exporte", 'S', 10884, 2380, 32, 10, 4, 7, 0x1061000, 0x7b1000 / 4096);
    assertThat(reading)
        .isEqualTo(
            new Reading(
                stat,
                OptionalLong.empty(),
                new Found<>(new Status(1000, 0x2800, 72, 6)),
                new Found<>(new IoBytes(1814455, 0)),
                new Found<>(5L),
                new Found<>(0x400L),
                new Found<>("futex_wait_queue_me"),
                reading.threads()));
  }

  @Test
  void has_its_threads() throws IOException {
    assertThat(measure(true).threads())
        .isInstanceOfSatisfying(
            Found.class,
            found -> {
              List<?> threads = (List<?>) found.value();
              assertThat(threads).hasSize(7);
              assertThat(threads.get(1))
                  .isEqualTo(
                      new ThreadReading(
                          new Stat(
                              new ProcessId(14805, 324219),
                              "process-exporte",
                              'S',
                              10884,
                              100,
                              1,
                              2,
                              1,
                              7,
                              0x1061000,
                              0x7b1000 / 4096),
                          new Found<>(new Status(1000, 0x2800, 10, 1)),
                          new Found<>(new IoBytes(100, 0)),
                          new Found<>("futex_wait_queue_me"),
                          OptionalLong.of(20_000_001)));
            });
  }

  @Test
  void has_no_threads_where_none_are_wanted() throws IOException {
    assertThat(measure(false).threads()).isEqualTo(new Found<>(List.of()));
  }

  @Test
  void has_control_groups_and_a_start_time() throws IOException {
    Procfs procfs = open(true);
    assertThat(procfs.cgroups(ID.pid()))
        .isEqualTo(
            new Found<>(
                List.of(
                    "/system.slice/docker.service",
                    "/user.slice/user-1000.slice/session-2.scope",
                    "/user.slice/a:b")));
    assertThat(Instant.ofEpochSecond(procfs.bootEpochSeconds()).plusMillis(10 * ID.startTicks()))
        .isEqualTo(Instant.parse("2017-10-19T22:52:51.19Z"));
  }

  @Test
  void has_its_share_of_memory() throws IOException {
    try (ProportionalReader reader = open(true).proportional()) {
      assertThat(reader.read(ID))
          .isEqualTo(new Found<>(new ProportionalBytes(7000 * 1024, 9 * 1024)));
    }
  }

  private static Reading measure(boolean threads) throws IOException {
    try (KeptProcess process = open(threads).keep(ID)) {
      return ((Found<Reading>) process.measure()).value();
    }
  }

  private static Procfs open(boolean threads) throws IOException {
    CpuClock none = new CpuClock.Missing("files have none");
    return Procfs.open(Fixtures.UPSTREAM, threads, none, KernelUnits.USUAL);
  }
}
