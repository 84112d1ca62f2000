package ratelab.experiments.lab;

import java.util.List;

/** How a lab configures the exporter. */
public final class ExporterConfig {
  /** The group that holds the target alone. */
  public static final String TARGET = "target";

  /** The group of what the target starts. */
  public static final String CHILDREN = "target-children";

  /**
   * Nothing that the lab does not ask for: reading proportional memory stops the target for a
   * moment, and its threads are not looked at one by one. A group without processes ends: a target
   * that has exited leaves a gap.
   */
  public static final List<String> LIGHT =
      List.of("-threads=false", "-gather-smaps=false", "-web.page=false", "-remove-empty-groups");

  private ExporterConfig() {}

  /**
   * The configuration file's text.
   *
   * @param targetIdentity PID@STARTTICKS of the target, or its PID where that is never another's
   */
  public static String of(String targetIdentity) {
    return """
    # The target alone, by pid and start time; what it starts is a group of its own.
    process_names:
      - name: %s
        pids: ["%s"]
        children: %s
    """
        .formatted(TARGET, targetIdentity, CHILDREN);
  }
}
