package ratelab.loadgen.plan;

import java.util.List;

/** The text of {@code -h}. */
final class Help {
  private static final int COLUMN = 22;

  private Help() {}

  static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            Usage: loadgen [options...] URL

            Sends HTTP requests with hey's command line and prints hey's summary. Options may
            also follow the URL; one dash or two are equal, and so are -n 5 and -n=5.

            """);
    for (Flag flag : Flag.values()) {
      append(text, flag);
    }
    return text.append(
            """

            Exit codes: 0 the run is over, whatever the answers were; 1 the options make no sense or
            a file cannot be written; 2 the options cannot be read; 130 second Ctrl-C (the first
            ends the run and prints the summary); 143 SIGTERM.
            """)
        .toString();
  }

  private static void append(StringBuilder text, Flag flag) {
    String head = "  " + flag.spelling() + (flag.isSwitch() ? "" : " " + flag.argument());
    List<String> help = flag.help();
    text.append(head).append(" ".repeat(COLUMN - head.length())).append(help.getFirst());
    for (String line : help.subList(1, help.size())) {
      text.append('\n').append(" ".repeat(COLUMN)).append(line);
    }
    text.append('\n');
  }
}
