package ratelab.experiments.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratelab.experiments.recording.HandlerLog;

/** What a run was made with, as the host and the processes say it. */
public final class Host {
  private static final int USUAL_TICKS_PER_SECOND = 100;

  private Host() {}

  /** Processors that the lab may use. */
  public static int cpus() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** CLK_TCK, the resolution of the tick counter; 100 where the host does not say. */
  public static int clockTicksPerSecond() {
    return HostCommand.firstLine(List.of("getconf", "CLK_TCK"))
        .map(Integer::parseInt)
        .orElse(USUAL_TICKS_PER_SECOND);
  }

  /**
   * Names and versions.
   *
   * @param target what the target's log says of itself
   * @param prometheus version of the oracle
   */
  public static Map<String, String> versions(
      Optional<HandlerLog.Header> target, Optional<String> prometheus) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("ratelab", ratelab());
    versions.put("java", System.getProperty("java.version"));
    versions.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    target.ifPresent(header -> versions.put("target", header.app() + " on " + header.runtime()));
    target
        .map(HandlerLog.Header::runtime)
        .flatMap(Host::node)
        .ifPresent(v -> versions.put("node", v));
    target.flatMap(HandlerLog.Header::uv).ifPresent(version -> versions.put("uv", version));
    prometheus.ifPresent(version -> versions.put("prometheus", version));
    return versions;
  }

  private static Optional<String> node(String runtime) {
    return runtime.startsWith("Node ")
        ? Optional.of(runtime.substring("Node ".length()))
        : Optional.empty();
  }

  private static String ratelab() {
    return Optional.ofNullable(Host.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
