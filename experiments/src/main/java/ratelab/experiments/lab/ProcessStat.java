package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What tells one process from every other, from {@code /proc/PID/stat} (proc(5)).
 *
 * @param pid the process
 * @param state what it does (field 3)
 * @param session the session it belongs to (field 6)
 * @param startTicks when it began, in clock ticks since boot (field 22)
 */
public record ProcessStat(long pid, char state, long session, long startTicks) {
  private static final char ZOMBIE = 'Z';
  private static final char DEAD = 'X';
  private static final int FIRST_FIELD_AFTER_NAME = 3;

  /** Reads it; empty if there is no such process. */
  public static Optional<ProcessStat> read(long pid) {
    try {
      Path file = Path.of("/proc", Long.toString(pid), "stat");
      return Optional.of(parse(Files.readString(file, StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Parses the file's one line; the name may hold spaces and parentheses. */
  public static ProcessStat parse(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 2).trim().split(" ", -1);
    return new ProcessStat(
        Long.parseLong(line.substring(0, line.indexOf(' '))),
        fields[3 - FIRST_FIELD_AFTER_NAME].charAt(0),
        Long.parseLong(fields[6 - FIRST_FIELD_AFTER_NAME]),
        Long.parseLong(fields[22 - FIRST_FIELD_AFTER_NAME]));
  }

  /** Whether it has ended and only waits for its parent to ask how. */
  public boolean hasEnded() {
    return state == ZOMBIE || state == DEAD;
  }

  /** Whether it is still the same process and runs; a pid is given again. */
  public boolean stillRuns() {
    return read(pid).filter(now -> now.startTicks == startTicks && !now.hasEnded()).isPresent();
  }

  /** The process as the exporter's configuration names it: {@code PID@STARTTICKS}. */
  public String identity() {
    return pid + "@" + startTicks;
  }
}
