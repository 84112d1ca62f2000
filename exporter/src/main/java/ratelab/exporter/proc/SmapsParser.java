package ratelab.exporter.proc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.TaskDirectory;

/** Parses {@code smaps_rollup} and {@code smaps} of a process; see proc_pid_smaps(5). */
final class SmapsParser {
  private static final String RESIDENT = "Pss:";
  private static final String SWAPPED = "SwapPss:";

  private SmapsParser() {}

  static Outcome<ProportionalBytes> rollup(TaskDirectory process, FileBytes file) {
    int resident = file.afterLineStart(RESIDENT);
    int swapped = file.afterLineStart(SWAPPED);
    long residentKilobytes = resident < 0 ? -1 : file.fieldsFrom(resident).number();
    long swappedKilobytes = swapped < 0 ? 0 : file.fieldsFrom(swapped).number();
    if (residentKilobytes < 0 || swappedKilobytes < 0) {
      return new Outcome.Failed<>(
          process.path("smaps_rollup") + " has no number after Pss: or SwapPss:");
    }
    return new Outcome.Found<>(
        new ProportionalBytes(1024 * residentKilobytes, 1024 * swappedKilobytes));
  }

  /** The sums of all mappings, of which there may be any number: the file is never held whole. */
  static ProportionalBytes sum(Path smaps) throws IOException {
    long residentKilobytes = 0;
    long swappedKilobytes = 0;
    // Latin-1 accepts every byte: mapped files have names too.
    try (BufferedReader lines = Files.newBufferedReader(smaps, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(RESIDENT)) residentKilobytes += kilobytes(line, RESIDENT);
        if (line.startsWith(SWAPPED)) swappedKilobytes += kilobytes(line, SWAPPED);
      }
    }
    return new ProportionalBytes(1024 * residentKilobytes, 1024 * swappedKilobytes);
  }

  private static long kilobytes(String line, String start) throws IOException {
    if (!line.endsWith(" kB")) throw new IOException("a line without its number: " + line);
    return Long.parseLong(line.substring(start.length(), line.length() - 3).strip());
  }
}
