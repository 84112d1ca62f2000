package ratelab.exporter.proc.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the number of a process's open descriptors can be had without listing them. */
final class DescriptorCount {
  static final String DIRECTORY = "fd";

  private DescriptorCount() {}

  /** Since Linux 6.2 the size of the directory {@code fd} is its number of entries, before: 0. */
  static boolean isSizeOfDirectory(Path root) {
    try {
      return Files.getFileStore(root).type().equals("proc")
          && Files.size(Path.of("/proc/self/fd")) > 0;
    } catch (IOException unknown) {
      return false;
    }
  }
}
