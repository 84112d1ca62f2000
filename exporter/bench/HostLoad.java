import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * CPU time of the whole host since it started, in ticks of 10 ms.
 *
 * @param busy all but idle, waiting for disks and steal
 */
record HostLoad(long busy, long steal, long total) {

  static HostLoad now() throws IOException {
    String first;
    try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
      first = lines.findFirst().orElseThrow();
    }
    // cpu user nice system idle iowait irq softirq steal guest guest_nice; guests are in user too.
    long[] ticks =
        Arrays.stream(first.split("\\s+")).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
    long total = Arrays.stream(ticks).sum();
    return new HostLoad(total - ticks[3] - ticks[4] - ticks[7], ticks[7], total);
  }

  /** How quiet the host was since {@code before}, apart from {@code ownNanos} of the benchmark. */
  String quietness(HostLoad before, long ownNanos) throws IOException {
    double ticks = Math.max(1, total - before.total);
    double others = Math.max(0, busy - before.busy - ownNanos / 1e7);
    return "host: %d CPUs, %.1f %% of them used by others meanwhile, %.1f %% stolen; load average %s; Linux %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            100 * others / ticks,
            100 * (steal - before.steal) / ticks,
            String.join(
                " ", Arrays.copyOf(Files.readString(Path.of("/proc/loadavg")).split(" "), 3)),
            System.getProperty("os.version"));
  }
}
