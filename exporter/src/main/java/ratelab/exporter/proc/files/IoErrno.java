package ratelab.exporter.proc.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.proc.libc.Errno;

/** Turns Java's exceptions back into the error numbers that the kernel gave. */
public final class IoErrno {
  private IoErrno() {}

  public static int of(IOException e, Path file) {
    return switch (e) {
      case NoSuchFileException _ -> Errno.NO_FILE;
      case AccessDeniedException _ -> Errno.ACCESS_DENIED;
      case FileSystemException other -> described(other.getReason(), file);
      default -> described(e.getMessage(), file);
    };
  }

  /** That a process was reaped while its file was open, Java says only in words. */
  private static int described(@Nullable String reason, Path file) {
    Path directory = file.getParent();
    if (directory != null && Files.notExists(directory)) return Errno.NO_PROCESS;
    return reason == null ? Errno.INPUT_OUTPUT : Errno.described(reason);
  }
}
