package ratelab.exporter.proc;

import java.util.ArrayList;
import java.util.List;
import ratelab.exporter.proc.files.FileBytes;

/** Parses {@code /proc/PID/cgroup}, lines of {@code hierarchy:controllers:path}; see cgroups(7). */
final class CgroupParser {
  private CgroupParser() {}

  /** The paths in the order of the file; they may themselves hold colons. */
  static List<String> parse(FileBytes file) {
    List<String> paths = new ArrayList<>();
    for (int line = 0; line < file.length(); line = file.nextLine(line)) {
      int end = file.nextLine(line) - 1;
      int first = file.firstIndexOf(':', line);
      int second = first < 0 ? -1 : file.firstIndexOf(':', first + 1);
      if (second >= 0 && second < end) paths.add(file.text(second + 1, end));
    }
    return List.copyOf(paths);
  }
}
