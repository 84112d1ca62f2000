package ratelab.exporter.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.group.ProcessState;
import ratelab.exporter.rules.GroupKey;

/**
 * The page at {@code /} and its data at {@code /api/groups}. Viewers cause scans, but share them:
 * however many look, there are at most two a second.
 */
public final class LivePage {
  /** Where the page gets its data. */
  public static final String DATA_PATH = "/api/groups";

  /** Where the page is, and its data. */
  public static final Set<String> PATHS = Set.of("/", DATA_PATH);

  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(450);

  private final String version;
  private final String metricsPath;
  private final Supplier<Configuration> configuration;
  private final History history;
  private final Scans scans;
  private final Processes processes;
  private final LongSupplier nanoTime;

  /** Makes a pass over the procfs, or waits for the one under way; {@link History} records it. */
  @FunctionalInterface
  public interface Scans {
    GroupScan join();
  }

  /** The processes of a group as last read; none if there is no such group. */
  @FunctionalInterface
  public interface Processes {
    List<ProcessState> of(GroupKey group);
  }

  /**
   * Puts the page together; nothing is read or computed before somebody looks.
   *
   * @param configuration asked each time, for it may be loaded anew
   * @param nanoTime the clock of {@link GroupScan#atNanos}
   */
  public LivePage(
      String version,
      String metricsPath,
      Supplier<Configuration> configuration,
      History history,
      Scans scans,
      Processes processes,
      LongSupplier nanoTime) {
    this.version = version;
    this.metricsPath = metricsPath;
    this.configuration = configuration;
    this.history = history;
    this.scans = scans;
    this.processes = processes;
    this.nanoTime = nanoTime;
  }

  /** The answer to GET for one of the {@link #PATHS}. */
  public PageAnswer answer(String path, @Nullable String rawQuery) {
    return path.equals(DATA_PATH) ? data(rawQuery) : PageFile.answer();
  }

  private PageAnswer data(@Nullable String rawQuery) {
    Query query;
    try {
      query = Query.parse(rawQuery);
    } catch (IllegalArgumentException e) {
      return PageAnswer.badRequest(String.valueOf(e.getMessage()));
    }
    return PageAnswer.json(document(query));
  }

  private String document(Query query) {
    if (history.ageNanos(nanoTime.getAsLong()).orElse(Long.MAX_VALUE) > FRESH_NANOS) scans.join();
    Optional<GroupTable> table = history.table(query.sinceEpochMillis());
    Map<GroupKey, List<ProcessRow>> opened = new HashMap<>();
    if (table.isPresent() && !query.open().isEmpty()) {
      for (GroupRow row : table.get().rows()) {
        if (query.open().contains(GroupId.of(row.key()))) {
          opened.put(row.key(), members(row.key(), table.get().atNanos()));
        }
      }
    }
    About about = new About(version, metricsPath, configuration.get());
    return GroupsJson.write(about, table, opened, nanoTime.getAsLong());
  }

  private List<ProcessRow> members(GroupKey group, long atNanos) {
    return history.opened().rows(group, atNanos, processes.of(group));
  }
}
