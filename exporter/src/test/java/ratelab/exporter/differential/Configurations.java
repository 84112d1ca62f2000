package ratelab.exporter.differential;

import java.util.List;

/** The ways to start that are compared. */
final class Configurations {
  static final List<Configuration> ALL =
      List.of(
          start("packaged", "packaged.yaml").at(Configuration.Place.INSIDE),
          start("packaged, no threads", "packaged.yaml", "-threads=false")
              .at(Configuration.Place.INSIDE),
          start("packaged, no smaps", "packaged.yaml", "-gather-smaps=false")
              .at(Configuration.Place.INSIDE),
          start("packaged, no children", "packaged.yaml", "-children=false")
              .at(Configuration.Place.INSIDE),
          start("packaged, recheck", "packaged.yaml", "-recheck").at(Configuration.Place.INSIDE),
          start("packaged, unprivileged", "packaged.yaml").at(Configuration.Place.UNPRIVILEGED),
          start("packaged, of a container", "packaged.yaml"),
          start("readme, selectors", "readme-selectors.yaml"),
          start("readme, selectors, recheck", "readme-selectors.yaml", "-recheck"),
          start(
              "readme, selectors, everything off but recheck",
              "readme-selectors.yaml",
              "-threads=false",
              "-gather-smaps=false",
              "-children=false",
              "-recheck"),
          start("readme, desktop", "readme-desktop.yaml"),
          start(
              "readme, name mapping",
              "",
              "-namemapping",
              "python2,([^/]+)\\.py,java,-jar\\s+([^/]+).jar"),
          start(
              "readme, process names",
              "",
              "-namemapping",
              "upstart,(--user)",
              "-procnames",
              "chromium-browse,bash,gvim,prometheus,process-exporter,upstart:-user"),
          start("every process", "every-process.yaml"),
          start("all in one group", "all-in-one.yaml"),
          start("templates", "templates.yaml"),
          start("yaml", "yaml.yaml"),
          start("programs of one name", "programs-of-one-name.yaml"),
          start("kernel threads", "kernel-threads.yaml", "-children=false")
              .at(Configuration.Place.ELSEWHERE),
          start("no configuration", ""),
          start("empty file", "empty.yaml"),
          start(
              "a flag's value as a word", "packaged.yaml", "-threads", "false", "-children=false"));

  private Configurations() {}

  private static Configuration start(String name, String file, String... flags) {
    return new Configuration(name, file, Configuration.Place.AT_THE_FENCE, List.of(flags));
  }
}
