package ratelab.exporter;

/** The flags, and what {@code -h} says about them. */
final class ExporterFlags {
  static final GoFlags FLAGS =
      new GoFlags()
          .section("Which processes, in which groups")
          .text("config.path", "FILE", "", "YAML file that names the groups; see -man")
          .text(
              "procnames",
              "LIST",
              "",
              "instead of a file: command names with commas between, each a group of its own")
          .text(
              "namemapping",
              "LIST",
              "",
              "instead of a file: pairs NAME,REGEX with commas between; processes of that name "
                  + "go to the group NAME:CAPTURE, and those whose command line does not match "
                  + "to none")
          .bool("children", true, "processes that match nothing join the group of their parent")
          .bool(
              "recheck",
              false,
              "judge processes again at every scrape: they may have changed their name")
          .duration(
              "recheck-with-time-limit",
              "the same, but only until a process has this age, such as 5m")
          .bool(
              "remove-empty-groups",
              false,
              "forget a group, its counters included, when its last process has ended")
          .bool(
              "unseen-groups",
              false,
              "show groups with a fixed name at 0 before their first process: alert on "
                  + "namedprocess_namegroup_num_procs == 0, even if it never started")
          .section("What is read")
          .text("procfs", "DIRECTORY", "/proc", "where the procfs to read is mounted")
          .bool("threads", true, "read the threads of each process, grouped by name")
          .bool(
              "gather-smaps",
              true,
              "read proportional memory, which the kernel must add up for each process")
          .section("How it is served")
          .text("web.listen-address", "HOST:PORT", ":9256", "where to listen; port 0 is a free one")
          .text("web.telemetry-path", "PATH", "/metrics", "path of the metrics")
          .text(
              "web.config.file",
              "FILE",
              "",
              "TLS, passwords and client certificates, in the format of Prometheus's exporters")
          .bool("web.page", true, "a live table of the groups at /")
          .duration(
              "once-to-stdout-delay",
              "serve nothing: scrape, wait this long, scrape again, print the metrics, end")
          .section("Other")
          .bool("debug", false, "log more, to stderr")
          .bool("man", false, "print the manual: flags and configuration file")
          .bool("version", false, "print version and platform");

  private static final String INTRODUCTION =
      """
      Usage: java -jar ratelab-exporter.jar [flags]

      Serves CPU time, memory, threads and more of groups of processes to Prometheus.
      Flags are -flag VALUE or -flag=VALUE with one dash or two; those without a value are
      switched off by -flag=false, never by a separate word.

      Examples:
        java -jar ratelab-exporter.jar -config.path groups.yaml
        java -jar ratelab-exporter.jar -procnames bash,java -threads=false
        java -jar ratelab-exporter.jar -namemapping 'java,-jar (\\S+)' -once-to-stdout-delay 2s
      """;

  private ExporterFlags() {}

  static String usage() {
    return INTRODUCTION + FLAGS.usage();
  }
}
