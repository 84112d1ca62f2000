package ratelab.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.recording.RecordingException;
import ratelab.experiments.scenario.ScenarioException;

/** Tells failures of the world and of the input, which explain themselves, from defects. */
final class Expected {
  private Expected() {}

  static boolean is(Throwable e) {
    return e instanceof LabException
        || e instanceof ScenarioException
        || e instanceof RecordingException
        || e instanceof IOException
        || e instanceof UncheckedIOException;
  }

  /** What happened, in words. */
  static String message(Throwable e) {
    return switch (e) {
      case UncheckedIOException wrapped -> message(Objects.requireNonNull(wrapped.getCause()));
      case FileSystemException file -> file.getFile() + ": " + reason(file);
      default -> words(e);
    };
  }

  /** What happened to a file that the message names already. */
  static String reason(IOException e) {
    return e instanceof FileSystemException file ? reason(file) : words(e);
  }

  private static String words(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** Java's own messages of the most frequent failures are the file's name and nothing else. */
  static String reason(FileSystemException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "no such file or directory";
      default -> e.getReason() == null ? e.toString() : e.getReason();
    };
  }
}
