package ratelab.exporter.metrics;

import java.util.List;

/**
 * {@code process_exporter_build_info}: which program answers, always 1.
 *
 * @param revision of the source; empty if it is not known
 */
public record BuildInfo(String version, String revision, String javaVersion, String architecture) {
  /** The labels that dashboards ask for; what Go calls its version is Java's here. */
  PlainFamily family() {
    return new PlainFamily(
        "process_exporter_build_info",
        MetricType.GAUGE,
        "Version of the exporter and of the Java that runs it; the value is 1.",
        List.of(
            new PlainFamily.PlainSeries(
                List.of(
                    new Label("branch", ""),
                    new Label("goarch", architecture),
                    new Label("goos", "linux"),
                    new Label("goversion", "java" + javaVersion),
                    new Label("revision", revision),
                    new Label("version", version)),
                1)));
  }
}
