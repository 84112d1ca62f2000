package ratelab.exporter.page;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.group.GroupState;
import ratelab.exporter.rules.GroupKey;

/**
 * The last five minutes of every group, as far as scans were made: it makes none of its own, has no
 * thread and no timer, and its memory is bounded by the number of groups. Safe for many threads.
 */
public final class History {
  private static final int POINTS = 60;
  private static final long POINT_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long SPAN_NANOS = POINTS * POINT_NANOS;
  private static final double NANOS_PER_SECOND = 1e9;

  private final long zeroNanos;
  private final long zeroEpochMillis;
  private final Map<GroupKey, Track> tracks = new HashMap<>();
  private final Instants readings = RateWindow.instants();
  private final Instants points = new Instants(POINTS, 0);
  private final OpenedGroups opened = new OpenedGroups();
  private OptionalLong pointBegan = OptionalLong.empty();
  private OptionalLong newestNanos = OptionalLong.empty();
  private long durationNanos;
  private long failedScans;

  public History() {
    this(System.nanoTime(), System.currentTimeMillis());
  }

  /** Both clocks at one instant; from then on only the first one counts, which never jumps. */
  History(long nowNanos, long nowEpochMillis) {
    this.zeroNanos = nowNanos;
    this.zeroEpochMillis = nowEpochMillis;
  }

  /** Takes a scan that has just ended, and hands it back. */
  public GroupScan record(GroupScan scan) {
    record(scan, System.nanoTime());
    return scan;
  }

  synchronized void record(GroupScan scan, long endNanos) {
    boolean failed = scan.errors().scans() > failedScans;
    failedScans = scan.errors().scans();
    if (failed) return; // it has no groups, which does not mean that there are none
    newestNanos = OptionalLong.of(scan.atNanos());
    durationNanos = endNanos - scan.atNanos();
    advance(scan);
    endPointIfDue(scan.atNanos());
    opened.forgetUnused(scan.atNanos());
  }

  private void advance(GroupScan scan) {
    int slot = readings.offer(scan.atNanos());
    for (GroupState group : scan.groups()) {
      Track track = tracks.get(group.key());
      if (track == null) {
        track = new Track(group.key(), readings.capacity(), POINTS);
        tracks.put(group.key(), track);
      }
      track.advance(group, scan.atNanos(), slot);
    }
    if (tracks.size() == scan.groups().size()) return;
    tracks.values().removeIf(track -> track.seenAtNanos() != scan.atNanos());
  }

  private void endPointIfDue(long atNanos) {
    long lengthNanos = pointBegan.isPresent() ? atNanos - pointBegan.getAsLong() : Long.MAX_VALUE;
    if (lengthNanos < POINT_NANOS) return;
    pointBegan = OptionalLong.of(atNanos);
    if (lengthNanos > SPAN_NANOS) {
      // A mean over more time than the curve shows would be no curve: it begins anew.
      tracks.values().forEach(Track::beginPoint);
    } else {
      int slot = points.offer(atNanos);
      tracks.values().forEach(track -> track.endPoint(slot, lengthNanos));
    }
  }

  /** How long ago the newest scan began; empty before the first. */
  synchronized OptionalLong ageNanos(long nowNanos) {
    return newestNanos.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(nowNanos - newestNanos.getAsLong());
  }

  /**
   * All groups; empty before the first scan.
   *
   * @param sinceEpochMillis only later points of the curves are wanted
   */
  synchronized Optional<GroupTable> table(long sinceEpochMillis) {
    if (newestNanos.isEmpty()) return Optional.empty();
    long atNanos = newestNanos.getAsLong();
    List<Integer> baselines = RateWindow.baselines(readings, atNanos);
    List<Integer> slots = pointSlots(atNanos, sinceEpochMillis);
    List<GroupRow> rows = new ArrayList<>(tracks.size());
    for (Track track : tracks.values()) rows.add(row(track, baselines, slots));
    return Optional.of(
        new GroupTable(
            atNanos,
            epochMillis(atNanos),
            durationNanos,
            rateSeconds(atNanos, baselines),
            slots.stream().map(slot -> epochMillis(points.atNanos(slot))).toList(),
            rows));
  }

  private GroupRow row(Track track, List<Integer> baselines, List<Integer> slots) {
    float[] curve = new float[slots.size()];
    for (int i = 0; i < curve.length; i++) curve[i] = track.point(slots.get(i));
    return new GroupRow(
        track.key(),
        RateWindow.cores(rate(track.cpuNanos(), baselines)),
        track.residentBytes(),
        track.processes(),
        track.threads(),
        rate(track.readBytes(), baselines),
        rate(track.writtenBytes(), baselines),
        FloatBuffer.wrap(curve).asReadOnlyBuffer());
  }

  private OptionalDouble rate(CounterTrack counter, List<Integer> baselines) {
    return counter.rate(newestNanos.orElseThrow(), readings, baselines);
  }

  private List<Integer> pointSlots(long atNanos, long sinceEpochMillis) {
    List<Integer> slots = new ArrayList<>(points.size());
    for (int n = 0; n < points.size(); n++) {
      int slot = points.slot(n);
      long at = points.atNanos(slot);
      if (atNanos - at <= SPAN_NANOS && epochMillis(at) > sinceEpochMillis) slots.add(slot);
    }
    return slots;
  }

  private OptionalDouble rateSeconds(long atNanos, List<Integer> baselines) {
    return baselines.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((atNanos - readings.atNanos(baselines.getFirst())) / NANOS_PER_SECOND);
  }

  private long epochMillis(long nanos) {
    return zeroEpochMillis + TimeUnit.NANOSECONDS.toMillis(nanos - zeroNanos);
  }

  /** What is remembered of the processes of the groups that viewers have opened. */
  OpenedGroups opened() {
    return opened;
  }
}
