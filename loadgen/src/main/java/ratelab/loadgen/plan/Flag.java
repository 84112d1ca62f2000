package ratelab.loadgen.plan;

import java.util.List;

/** The flags, with their help; hey's first, in hey's order, then ours. */
enum Flag {
  REQUESTS("-n", "N", "Number of requests to send, exactly. Default is 200."),
  WORKERS("-c", "C", "Number of workers, each with one request in flight. Default is 50."),
  RATE(
      "-q",
      "Q",
      "Rate limit of each worker, in requests a second. Default is no limit.",
      "Workers are staggered evenly; a turn that a busy worker misses is dropped",
      "and counted."),
  PERIOD(
      "-z",
      "D",
      "How long to send requests, like 10s or 3m; -n is ignored then. Requests",
      "in flight at the end are waited for."),
  OUTPUT("-o", "TYPE", "csv or json on standard output in place of the summary."),
  METHOD("-m", "METHOD", "HTTP method. Default is GET."),
  HEADER("-H", "'K: V'", "Request header; may be repeated. A repeated name replaces the earlier."),
  TIMEOUT(
      "-t",
      "T",
      "Time limit of each request to the last byte of its answer, in seconds or",
      "like 500ms; 0 for none. Default is 20."),
  ACCEPT("-A", "TYPE", "Accept header."),
  BODY("-d", "TEXT", "Request body."),
  BODY_FILE("-D", "FILE", "Request body from a file."),
  CONTENT_TYPE("-T", "TYPE", "Content-Type header. Default is text/html where there is a body."),
  HOST("-host", "HOST", "Host header."),
  NO_KEEP_ALIVE("-disable-keepalive", "", "A new connection for each request."),
  NO_REDIRECTS(
      "-disable-redirects", "", "Take a redirect as the answer. Default: follow up to 10."),
  RECORD("--record", "FILE", "Write one CSV row per attempt, while the run goes on."),
  JSON("--json", "FILE", "Write the result as JSON."),
  HLOG("--hlog", "FILE", "Write the service times in HdrHistogram's log format."),
  ID_HEADER("--id-header", "NAME", "Send each attempt's number, from 1, in a header of this name."),
  HELP("-h", "", "Print this text. Also -help."),
  VERSION("-version", "", "Print the version.");

  private final String spelling;
  private final String argument;
  private final String help;

  Flag(String spelling, String argument, String... help) {
    this.spelling = spelling;
    this.argument = argument;
    this.help = String.join("\n", help);
  }

  /** The usual spelling. */
  String spelling() {
    return spelling;
  }

  /** The name of its value in the help; empty for a switch. */
  String argument() {
    return argument;
  }

  boolean isSwitch() {
    return argument.isEmpty();
  }

  /** Lines of help. */
  List<String> help() {
    return help.lines().toList();
  }

  /** Every spelling: one dash and two dashes are equal, as in Go. */
  String[] spellings() {
    String name = name(spelling);
    return this == HELP
        ? new String[] {"-h", "--h", "-help", "--help"}
        : new String[] {"-" + name, "--" + name};
  }

  private static String name(String spelling) {
    return spelling.startsWith("--") ? spelling.substring(2) : spelling.substring(1);
  }
}
