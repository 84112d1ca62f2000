package ratelab.loadgen.plan;

import java.util.List;

/** The text of {@code -h}. */
final class Help {
  private static final int COLUMN = 26;

  private Help() {}

  static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            Usage: loadgen [options...] URL
                   loadgen merge A.hlog B.hlog... [--out SUM.hlog]
                   loadgen compare BASE.json NEW.json [--max-regression p99=10%]...
                   loadgen completion bash|zsh|fish

            Sends HTTP requests with hey's command line and prints hey's summary. Options may
            also follow the URL; one dash or two are equal, and so are -n 5 and -n=5.
            """);
    for (Flag.Group group : Flag.Group.values()) {
      text.append('\n').append(group.heading()).append(":\n");
      for (Flag flag : Flag.values()) {
        if (flag.group() == group) {
          append(text, flag);
        }
      }
    }
    return text.append(
            """

            Examples:
              loadgen http://127.0.0.1:3000/
                  200 requests, 50 at a time, as fast as they are answered.
              loadgen -z 1m -c 10 -t 5 http://127.0.0.1:3000/
                  10 at a time for one minute; what takes longer than 5 seconds is an error.
              loadgen --rate 2000 -z 30s http://127.0.0.1:3000/
                  2000 a second, however slow the answers; shows service and response times.
              loadgen --stages 10s:100,30s:500,10s:0 --arrivals poisson:7 http://127.0.0.1:3000/
                  A ramp up, a longer one, and one down, with repeatable random arrivals.
              loadgen --sweep rate=100..5000 http://127.0.0.1:3000/
                  Rising rates; tells where response time leaves service time.
              loadgen --template --csv users.csv 'http://127.0.0.1:3000/users/{{csv:id}}'
                  Each request asks for the user in the next row.
              loadgen --cacert ca.pem --cert me.pem --key me.key https://service.test:8443/
                  TLS with an authority of one's own and a client certificate.
              loadgen -n 500 -m POST -d '{"a":1}' -T application/json http://127.0.0.1:3000/items
                  A body.

            Exit codes: 0 the run is over, whatever the answers were; 1 the options make no sense or
            a file cannot be written; 2 the options cannot be read; 3 a --fail-if holds; 130 second
            Ctrl-C (the first ends the run and prints the summary); 143 SIGTERM.
            """)
        .toString();
  }

  private static void append(StringBuilder text, Flag flag) {
    String head = "  " + head(flag);
    List<String> help = flag.help();
    text.append(head);
    text.append(
        head.length() < COLUMN ? " ".repeat(COLUMN - head.length()) : "\n" + " ".repeat(COLUMN));
    text.append(String.join("\n" + " ".repeat(COLUMN), help)).append('\n');
  }

  private static String head(Flag flag) {
    String spelling = flag.spelling();
    String both =
        spelling.length() == 2 && !flag.longSpelling().equals(spelling)
            ? spelling + ", " + flag.longSpelling()
            : spelling;
    return flag.isSwitch() ? both : both + " " + flag.argument();
  }
}
