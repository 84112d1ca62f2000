package ratelab.experiments.cli;

import java.util.List;

/**
 * A program that the lab can use but does not need.
 *
 * @param name what it is called
 * @param programs what it may be called on the PATH
 * @param version arguments that make it tell its version; none if nothing does
 * @param adds what is there only with it
 * @param remedy how to get it
 */
record Tool(String name, List<String> programs, List<String> version, String adds, String remedy) {
  /** What the lab's own runs can use comes first, then what only tests need. */
  static final List<Tool> ALL =
      List.of(
          of("setsid", "lab run: without it the lab starts no processes", "apt install util-linux"),
          of("node", "lab run --target node: the original's own runtime", "apt install nodejs"),
          of("python3", "lab run --target python: Python's own server", "apt install python3"),
          of("go", "lab run --target go: Go's own server", "apt install golang-go")
              .telling("version"),
          of(
              "prometheus",
              "a real Prometheus beside the lab's scraper, compared bit for bit",
              "apt install prometheus, or unpack a release and give its path to --prometheus"),
          of(
                  "process-exporter",
                  "lab run burn: the reference exporter's counter beside ours",
                  "apt install prometheus-process-exporter")
              .called("prometheus-process-exporter", "process-exporter"),
          of(
              "docker",
              "lab run --lab docker: the same in containers, if an engine runs",
              "apt install docker.io"),
          of(
                  "hey",
                  "a load in hey's words on your own service, and tests of our load generator"
                      + " beside the original one",
                  "apt install hey")
              .telling(),
          of(
                  "k6",
                  "one of the commands that can load your own service",
                  "https://grafana.com/docs/k6/latest/set-up/install-k6/")
              .telling("version"),
          of(
              "promtool",
              "tests of the rate model against Prometheus' own evaluation",
              "comes with prometheus"),
          of(
                  "nginx",
                  "tests of exporter and load generator with a server that is not ours",
                  "apt install nginx-light")
              .telling(),
          of("chromium", "tests of the report in a real browser", "apt install chromium"));

  private static Tool of(String name, String adds, String remedy) {
    return new Tool(name, List.of(name), List.of("--version"), adds, remedy);
  }

  private Tool telling(String... arguments) {
    return new Tool(name, programs, List.of(arguments), adds, remedy);
  }

  private Tool called(String... names) {
    return new Tool(name, List.of(names), version, adds, remedy);
  }
}
