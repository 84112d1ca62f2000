package ratelab.exporter.page;

import java.util.Arrays;
import java.util.OptionalLong;
import ratelab.exporter.group.CpuTotals;
import ratelab.exporter.group.GroupState;
import ratelab.exporter.group.IoTotals;
import ratelab.exporter.rules.GroupKey;

/**
 * What is remembered of one group, in primitive columns beside the instants of {@link History}: a
 * thousand groups take about 0.6 MB.
 */
final class Track {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final GroupKey key;
  private final CounterTrack cpuNanos;
  private final CounterTrack readBytes;
  private final CounterTrack writtenBytes;
  private final float[] points;
  private boolean cpuFromClock;
  private long cpuAtLastPoint = CounterTrack.UNKNOWN;
  private long residentBytes;
  private long threads;
  private int processes;
  private long seenAtNanos;

  Track(GroupKey key, int readings, int points) {
    this.key = key;
    this.cpuNanos = new CounterTrack(readings);
    this.readBytes = new CounterTrack(readings);
    this.writtenBytes = new CounterTrack(readings);
    this.points = new float[points];
    Arrays.fill(this.points, Float.NaN);
  }

  /** Takes over the state at an instant; {@code slot} is where to keep it for later rates. */
  void advance(GroupState group, long atNanos, int slot) {
    seenAtNanos = atNanos;
    processes = group.processes();
    threads = group.threads();
    residentBytes = group.memory().resident();
    advanceCpu(group.cpu(), slot);
    readBytes.advance(group.io().map(IoTotals::readBytes).orElse(CounterTrack.UNKNOWN), slot);
    writtenBytes.advance(group.io().map(IoTotals::writtenBytes).orElse(CounterTrack.UNKNOWN), slot);
  }

  private void advanceCpu(CpuTotals cpu, int slot) {
    OptionalLong clock = cpu.nanos();
    long nanos = clock.isPresent() ? clock.getAsLong() : ticksAsNanos(cpu);
    // A clock that begins to answer counts from another zero than the ticks did.
    if (clock.isPresent() != cpuFromClock || nanos < cpuNanos.now()) {
      cpuNanos.restart();
      cpuAtLastPoint = CounterTrack.UNKNOWN;
    }
    cpuFromClock = clock.isPresent();
    cpuNanos.advance(nanos, slot);
  }

  private static long ticksAsNanos(CpuTotals cpu) {
    return (cpu.userTicks() + cpu.systemTicks()) * (NANOS_PER_SECOND / cpu.ticksPerSecond());
  }

  /** Begins the curve, or begins it anew after a time that nobody looked at. */
  void beginPoint() {
    cpuAtLastPoint = cpuNanos.now();
  }

  /** Ends a point of the curve: the mean since the last one, or nothing if there is no last one. */
  void endPoint(int slot, long lengthNanos) {
    points[slot] =
        cpuAtLastPoint == CounterTrack.UNKNOWN
            ? Float.NaN
            : (float) (cpuNanos.now() - cpuAtLastPoint) / lengthNanos;
    beginPoint();
  }

  GroupKey key() {
    return key;
  }

  CounterTrack cpuNanos() {
    return cpuNanos;
  }

  CounterTrack readBytes() {
    return readBytes;
  }

  CounterTrack writtenBytes() {
    return writtenBytes;
  }

  /** Mean cores up to the instant of the slot; NaN if they are not known. */
  float point(int slot) {
    return points[slot];
  }

  long residentBytes() {
    return residentBytes;
  }

  long threads() {
    return threads;
  }

  int processes() {
    return processes;
  }

  long seenAtNanos() {
    return seenAtNanos;
  }
}
