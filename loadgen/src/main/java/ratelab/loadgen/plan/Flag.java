package ratelab.loadgen.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The flags, with their help; in each group hey's come first. */
enum Flag {
  REQUESTS(
      Group.LOAD, "-n", "requests", "N", "Number of requests to send, exactly. Default is 200."),
  WORKERS(
      Group.LOAD,
      "-c",
      "concurrency",
      "C",
      "Number of workers, each with one request in flight. Default is 50."),
  WORKER_RATE(
      Group.LOAD,
      "-q",
      "worker-rate",
      "Q",
      "Rate limit of each worker, in requests a second. Default is no limit.",
      "Workers are staggered evenly; a turn that a busy worker misses is",
      "dropped and counted."),
  PERIOD(
      Group.LOAD,
      "-z",
      "duration",
      "D",
      "How long to send requests, like 10s or 3m; -n is ignored then. Requests",
      "in flight at the end are waited for."),
  RATE(
      Group.LOAD,
      "--rate",
      "",
      "R",
      "Open model: R requests a second in total, due whether or not earlier",
      "ones were answered. Response times count from the due time."),
  ARRIVALS(
      Group.LOAD,
      "--arrivals",
      "",
      "HOW",
      "constant (default), poisson, or poisson:SEED to repeat the same arrivals."),
  STAGES(
      Group.LOAD,
      "--stages",
      "",
      "LIST",
      "Rate over time, like 10s:100,30s:500,10s:0: each stage ramps from the",
      "rate before (--rate, else 0) to its own. Its length replaces -z."),
  MAX_WORKERS(
      Group.LOAD,
      "--max-workers",
      "",
      "M",
      "Open model: most workers; more than -c are started when all are busy.",
      "Default is -c."),
  ON_LATE(
      Group.LOAD,
      "--on-late",
      "",
      "WHAT",
      "When no worker was free at the due time: queue sends the request late,",
      "drop skips it; both are counted. Default is queue, with -q drop."),
  SWEEP(
      Group.LOAD,
      "--sweep",
      "",
      "RANGE",
      "Find the knee: rate=100..5000 raises the rate step by step, each for -z",
      "(default 10s), and tells where response time leaves service time."),
  GRACE(
      Group.LOAD,
      "--grace",
      "",
      "D",
      "How long to wait at the end for requests in flight, which are then given",
      "up and listed with their ages. Default is up to -t."),
  WARM_UP(
      Group.LOAD,
      "--warmup",
      "",
      "D",
      "Warm up with requests to the target, for this long and not counted.",
      "Default: one second on a server of its own, and no request to the target."),
  NO_WARM_UP(
      Group.LOAD, "--no-warmup", "", "", "Start cold. Runs of up to 10 requests do so anyway."),
  NO_SPIN(
      Group.LOAD,
      "--no-spin",
      "",
      "",
      "Sleep up to the due time; saves a little CPU, sends some 0.1 ms late."),
  METHOD(Group.REQUEST, "-m", "method", "METHOD", "HTTP method. Default is GET."),
  HEADER(
      Group.REQUEST,
      "-H",
      "header",
      "'K: V'",
      "Request header; may be repeated. A repeated name replaces the earlier."),
  ACCEPT(Group.REQUEST, "-A", "accept", "TYPE", "Accept header."),
  BODY(Group.REQUEST, "-d", "data", "TEXT", "Request body."),
  BODY_FILE(Group.REQUEST, "-D", "data-file", "FILE", "Request body from a file."),
  BODY_LINES(
      Group.REQUEST,
      "--body-lines",
      "",
      "FILE",
      "Request bodies, one a line; each line in its turn."),
  FORM(
      Group.REQUEST,
      "--form",
      "",
      "'K=V'",
      "Form field (application/x-www-form-urlencoded); may be repeated. Makes",
      "it a POST."),
  MULTIPART(
      Group.REQUEST,
      "--multipart",
      "",
      "'K=V'",
      "Field of a multipart form, K=@FILE for a file; may be repeated. Makes it",
      "a POST."),
  URLS(
      Group.REQUEST,
      "--urls",
      "",
      "FILE",
      "URLs, one a line, in place of the one URL; each line in its turn."),
  TEMPLATE(
      Group.REQUEST,
      "--template",
      "",
      "",
      "Fill in {{sequence}}, {{random:1:100}}, {{uuid}} and {{csv:COLUMN}} in",
      "URLs, headers and bodies, for each request anew."),
  CSV(
      Group.REQUEST,
      "--csv",
      "",
      "FILE",
      "Table for {{csv:COLUMN}}, with a heading; each row in its turn."),
  SEED(Group.REQUEST, "--seed", "", "N", "Makes what is random in templates the same every time."),
  CONTENT_TYPE(
      Group.REQUEST,
      "-T",
      "content-type",
      "TYPE",
      "Content-Type header. Default is text/html where there is a body."),
  HOST(Group.REQUEST, "-host", "", "HOST", "Host header, and the name that TLS asks for."),
  USER_AGENT(
      Group.REQUEST, "-U", "user-agent", "TEXT", "User-Agent header, sent exactly as given."),
  USER(Group.REQUEST, "-a", "user", "NAME:PASSWORD", "Basic authentication."),
  ID_HEADER(
      Group.REQUEST,
      "--id-header",
      "",
      "NAME",
      "Send each attempt's number, from 1, in a header of this name."),
  TIMEOUT(
      Group.CONNECTION,
      "-t",
      "timeout",
      "T",
      "Time limit of each request to the last byte of its answer, in seconds or",
      "like 500ms; 0 for none. Default is 20."),
  NO_KEEP_ALIVE(
      Group.CONNECTION, "-disable-keepalive", "", "", "A new connection for each request."),
  NO_REDIRECTS(
      Group.CONNECTION,
      "-disable-redirects",
      "",
      "",
      "Take a redirect as the answer. Default: follow up to 10."),
  NO_COMPRESSION(
      Group.CONNECTION,
      "-disable-compression",
      "",
      "",
      "Do not ask for gzip. Bytes are counted as received either way."),
  PROXY(
      Group.CONNECTION,
      "-x",
      "proxy",
      "URL",
      "HTTP proxy, like 127.0.0.1:8080 or http://user:password@host:8080."),
  HTTP2(Group.CONNECTION, "-h2", "http2", "", "HTTP/2 over TLS; all workers share connections."),
  H2C(Group.CONNECTION, "--h2c", "", "", "HTTP/2 without TLS, for servers that expect it."),
  CONNECT_TIMEOUT(
      Group.CONNECTION, "--connect-timeout", "", "D", "Time limit of a TCP connection."),
  CONNECT_TO(
      Group.CONNECTION,
      "--connect-to",
      "",
      "A:P:B:Q",
      "Connect to host B, port Q where the URL has host A, port P; empty parts",
      "match any or keep the URL's. May be repeated."),
  UNIX_SOCKET(
      Group.CONNECTION, "--unix-socket", "", "PATH", "Connect to this socket; the URL stays."),
  INSECURE(
      Group.CONNECTION, "--insecure", "", "", "Do not check the server's certificate and name."),
  CACERT(
      Group.CONNECTION,
      "--cacert",
      "",
      "FILE",
      "PEM file of the authorities to trust in place of Java's."),
  CERT(Group.CONNECTION, "--cert", "", "FILE", "PEM file with the client's certificate chain."),
  KEY(
      Group.CONNECTION,
      "--key",
      "",
      "FILE",
      "PEM file with the client's key (PKCS#8); default is the file of --cert."),
  SERVER_NAME(
      Group.CONNECTION,
      "--servername",
      "",
      "NAME",
      "Name to ask for by SNI and to expect in the certificate."),
  CPUS(Group.CONNECTION, "-cpus", "", "N", "Run on N processors only. Default is all of them."),
  ENGINE(
      Group.CONNECTION,
      "--engine",
      "",
      "NAME",
      "okhttp (default), wire, or auto: wire where it can do what is asked."),
  OUTPUT(
      Group.RESULT,
      "-o",
      "output",
      "TYPE",
      "csv or json on standard output in place of the summary."),
  RECORD(
      Group.RESULT,
      "--record",
      "",
      "FILE",
      "Write one CSV row per attempt, while the run goes on."),
  JSON(Group.RESULT, "--json", "", "FILE", "Write the result as JSON."),
  HLOG(Group.RESULT, "--hlog", "", "FILE", "Write the service times in HdrHistogram's log format."),
  METRICS_PORT(
      Group.RESULT,
      "--metrics-port",
      "",
      "PORT",
      "Serve http://127.0.0.1:PORT/metrics for Prometheus while the run lasts."),
  FAIL_IF(
      Group.RESULT,
      "--fail-if",
      "",
      "CONDITION",
      "Exit with 3 if it holds, like 'p99>250ms', 'errors>1%' or 'rps<1000';",
      "may be repeated. Times are response times where there is a rate."),
  HELP(Group.HELP, "-h", "help", "", "Print this text."),
  VERSION(Group.HELP, "-version", "", "", "Print the version.");

  /** The parts of the help. */
  enum Group {
    LOAD("How much and how fast"),
    REQUEST("What is sent"),
    CONNECTION("How it gets there"),
    RESULT("Results"),
    HELP("Help");

    private final String heading;

    Group(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }

  private final Group group;
  private final String spelling;
  private final String longName;
  private final String argument;
  private final String help;

  Flag(Group group, String spelling, String longName, String argument, String... help) {
    this.group = group;
    this.spelling = spelling;
    this.longName = longName;
    this.argument = argument;
    this.help = String.join("\n", help);
  }

  Group group() {
    return group;
  }

  /** The usual spelling. */
  String spelling() {
    return spelling;
  }

  /** The spelling in words, with two dashes; the usual one where that is in words already. */
  String longSpelling() {
    return "--" + (longName.isEmpty() ? bareName() : longName);
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
  Set<String> spellings() {
    Set<String> spellings = new LinkedHashSet<>(List.of("-" + bareName(), "--" + bareName()));
    if (!longName.isEmpty()) {
      spellings.add("--" + longName);
      spellings.add("-" + longName);
    }
    return spellings;
  }

  private String bareName() {
    return spelling.startsWith("--") ? spelling.substring(2) : spelling.substring(1);
  }
}
