package ratelab.exporter.proc;

import java.util.ArrayList;
import java.util.List;
import ratelab.exporter.proc.files.FileBytes;

/** Parses {@code /proc/PID/cmdline}: each argument ends with NUL, trailing NULs mean nothing. */
final class CommandLineParser {
  private CommandLineParser() {}

  static CommandLine parse(FileBytes file) {
    int end = file.length();
    while (end > 0 && file.at(end - 1) == 0) end--;
    List<String> arguments = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= end && end > 0; i++) {
      if (i < end && file.at(i) != 0) continue;
      arguments.add(file.text(start, i));
      start = i + 1;
    }
    return new CommandLine(arguments);
  }
}
