package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.recording.HandlerLog;

/** The handler log of a target that still runs; parsed again only when it has grown. */
final class HandledSoFar {
  private final Path file;
  private long parsedBytes;
  private HandlerLog parsed = new HandlerLog(Optional.empty(), List.of());

  HandledSoFar(Path file) {
    this.file = file;
  }

  /** The whole entries so far. */
  HandlerLog read() {
    long bytes = size();
    if (bytes != parsedBytes) {
      parsed = HandlerLog.readGrowing(file);
      parsedBytes = bytes;
    }
    return parsed;
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new LabException("cannot read the target's handler log: " + e.getMessage(), e);
    }
  }
}
