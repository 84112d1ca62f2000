package ratelab.exporter.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.group.OwnUsage;
import ratelab.exporter.rules.ReloadState;

/** What a scrape is answered with: every family, from one pass over the procfs. */
public final class Exposition {
  /** The content type of {@link #write} and {@link #gzipped}. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<GroupScan> scans;
  private final Supplier<Optional<OwnUsage>> ownUsage;
  private final BuildInfo build;
  private final Supplier<ReloadState> reload;
  private final ScrapeCounts scrapes;
  private final InstantSource clock;

  private final TextFormat format = new TextFormat();
  private @Nullable GroupScan gzippedScan;
  private byte[] gzipped = {};

  /**
   * Answers from what these say at the time of each scrape.
   *
   * @param scans joins the pass under way, or starts one
   * @param ownUsage what the exporter itself uses
   */
  public Exposition(
      Supplier<GroupScan> scans,
      Supplier<Optional<OwnUsage>> ownUsage,
      BuildInfo build,
      Supplier<ReloadState> reload,
      ScrapeCounts scrapes,
      InstantSource clock) {
    this.scans = scans;
    this.ownUsage = ownUsage;
    this.build = build;
    this.reload = reload;
    this.scrapes = scrapes;
    this.clock = clock;
  }

  /** Opens where the text goes, once there is text. */
  public interface Target {
    OutputStream open() throws IOException;
  }

  /** Writes text as it is made, so that a slow reader holds no copy of it. */
  public void write(Target target) throws IOException {
    GroupScan scan = scans.get();
    List<PlainFamily> own = own(scan);
    new TextFormat().write(scan, own, target.open());
  }

  /** The same, gzipped; scrapers that share a pass share this, too. */
  public byte[] gzipped() throws IOException {
    GroupScan scan = scans.get();
    synchronized (format) {
      if (!isGzipped(scan)) {
        gzipped = gzip(scan);
        gzippedScan = scan;
      }
      return gzipped;
    }
  }

  @SuppressWarnings("ReferenceEquality") // Whoever shares a pass is handed the same instance.
  private boolean isGzipped(GroupScan scan) {
    return scan == gzippedScan;
  }

  private byte[] gzip(GroupScan scan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(1024, gzipped.length));
    try (OutputStream out = new FastGzip(bytes)) {
      format.write(scan, own(scan), out);
    }
    return bytes.toByteArray();
  }

  /** For the library's writers of other formats, such as OpenMetrics. */
  public PrometheusRegistry registry() {
    PrometheusRegistry registry = new PrometheusRegistry();
    registry.register(
        new SnapshotCollector(
            () -> {
              GroupScan scan = scans.get();
              return SnapshotCollector.snapshots(scan, own(scan));
            }));
    return registry;
  }

  private List<PlainFamily> own(GroupScan scan) {
    return SelfFamilies.of(scan, ownUsage.get(), build, reload.get(), scrapes, clock.millis());
  }
}
