package ratelab.exporter.metrics;

import static ratelab.exporter.metrics.MetricType.COUNTER;
import static ratelab.exporter.metrics.MetricType.GAUGE;
import static ratelab.exporter.metrics.MetricType.UNTYPED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ratelab.exporter.group.ErrorTotals;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.group.OwnUsage;
import ratelab.exporter.group.ScanCost;
import ratelab.exporter.metrics.PlainFamily.PlainSeries;
import ratelab.exporter.rules.ReloadState;

/** The families about the exporter itself, by name. */
final class SelfFamilies {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;

  /** 2^64 - 1, as Go programs show a limit that is none. */
  private static final double UNLIMITED = 1.8446744073709552e19;

  private SelfFamilies() {}

  /**
   * All that are known.
   *
   * @param epochMillis now, to tell the age of sampled values
   */
  static List<PlainFamily> of(
      GroupScan scan,
      Optional<OwnUsage> own,
      BuildInfo build,
      ReloadState reload,
      ScrapeCounts scrapes,
      long epochMillis) {
    List<PlainFamily> families = new ArrayList<>();
    families.addAll(scrapeErrors(scan.errors()));
    families.addAll(scanCost(scan.cost(), epochMillis));
    families.add(partErrors(scan.errors()));
    families.add(build.family());
    families.addAll(reload(reload));
    families.addAll(scrapes.families());
    own.ifPresent(usage -> families.addAll(process(usage)));
    families.sort(Comparator.comparing(PlainFamily::name));
    return families;
  }

  /**
   * process-exporter's counters of its own failures. Their names lack {@code _total}, so they go
   * without a type.
   */
  private static List<PlainFamily> scrapeErrors(ErrorTotals errors) {
    return List.of(
        PlainFamily.of(
            "namedprocess_scrape_errors",
            UNTYPED,
            "Scrapes that could not list the processes.",
            errors.scans()),
        PlainFamily.of(
            "namedprocess_scrape_partial_errors",
            UNTYPED,
            "Times a process could be read only in part, once a scrape for each process.",
            errors.partial()),
        PlainFamily.of(
            "namedprocess_scrape_procread_errors",
            UNTYPED,
            "Times a process could not be read; one that has ended does not count.",
            errors.processes()));
  }

  private static List<PlainFamily> scanCost(ScanCost cost, long epochMillis) {
    List<PlainFamily> families = new ArrayList<>();
    families.add(
        PlainFamily.of(
            "process_exporter_scan_duration_seconds",
            GAUGE,
            "How long the pass over the procfs took that this scrape shows.",
            cost.durationNanos() / NANOS_PER_SECOND));
    families.add(
        PlainFamily.of(
            "process_exporter_processes", GAUGE, "Processes that were listed.", cost.processes()));
    families.add(
        PlainFamily.of(
            "process_exporter_tracked_processes",
            GAUGE,
            "Processes among them that belong to a group.",
            cost.tracked()));
    families.add(
        PlainFamily.of(
            "process_exporter_files_read_total",
            COUNTER,
            "Files of the procfs that were read.",
            cost.filesRead()));
    cost.oldestProportionalEpochMillis()
        .ifPresent(
            oldest ->
                families.add(
                    PlainFamily.of(
                        "process_exporter_smaps_age_seconds",
                        GAUGE,
                        "Age of the oldest proportional memory value.",
                        (epochMillis - oldest) / MILLIS_PER_SECOND)));
    return families;
  }

  private static PlainFamily partErrors(ErrorTotals errors) {
    List<PlainSeries> series = new ArrayList<>();
    for (ErrorTotals.PartErrors part : errors.parts()) {
      Label file = new Label("file", part.part().file());
      series.add(errors(file, "denied", part.denied()));
      series.add(errors(file, "failed", part.failed()));
    }
    return new PlainFamily(
        "process_exporter_read_errors_total",
        COUNTER,
        "Times a part of a process could not be read, by file and reason.",
        series);
  }

  private static PlainSeries errors(Label file, String reason, long times) {
    return new PlainSeries(List.of(file, new Label("reason", reason)), (double) times);
  }

  private static List<PlainFamily> reload(ReloadState reload) {
    return List.of(
        PlainFamily.of(
            "process_exporter_config_last_reload_success_timestamp_seconds",
            GAUGE,
            "When the configuration in use was read, in seconds since 1970.",
            reload.inUseSince().getEpochSecond()),
        PlainFamily.of(
            "process_exporter_config_last_reload_successful",
            GAUGE,
            "1 if the configuration in use is the one last found, 0 if that one has a mistake.",
            reload.succeeded() ? 1 : 0));
  }

  /** The usual families of a process about itself, from its own files. */
  private static List<PlainFamily> process(OwnUsage own) {
    List<PlainFamily> families = new ArrayList<>();
    families.add(
        PlainFamily.of(
            "process_cpu_seconds_total",
            COUNTER,
            "CPU time used by the exporter, user and system together.",
            own.cpuNanos() / NANOS_PER_SECOND));
    own.openDescriptors()
        .ifPresent(
            open ->
                families.add(
                    PlainFamily.of(
                        "process_open_fds",
                        GAUGE,
                        "File descriptors the exporter has open.",
                        open)));
    own.descriptorLimit()
        .ifPresent(
            limit ->
                families.add(
                    PlainFamily.of(
                        "process_max_fds", GAUGE, "File descriptors it may have open.", limit)));
    families.add(
        PlainFamily.of(
            "process_resident_memory_bytes",
            GAUGE,
            "Resident memory of the exporter.",
            own.residentBytes()));
    families.add(
        PlainFamily.of(
            "process_start_time_seconds",
            GAUGE,
            "When the exporter was started, in seconds since 1970.",
            own.startEpochMillis() / MILLIS_PER_SECOND));
    families.add(
        PlainFamily.of(
            "process_virtual_memory_bytes",
            GAUGE,
            "Virtual memory of the exporter.",
            own.virtualBytes()));
    own.virtualLimitBytes()
        .ifPresent(
            limit ->
                families.add(
                    PlainFamily.of(
                        "process_virtual_memory_max_bytes",
                        GAUGE,
                        "Virtual memory it may use; 1.8e19 if there is no limit.",
                        limit == Long.MAX_VALUE ? UNLIMITED : (double) limit)));
    return families;
  }
}
