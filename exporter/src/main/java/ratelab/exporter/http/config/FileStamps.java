package ratelab.exporter.http.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * By what a change of files shows: modification time, size and inode, so that a file put in the
 * place of another is noticed even if it is as old.
 *
 * @param stamps of each file; empty for one that is not there
 */
record FileStamps(Map<Path, Optional<Stamp>> stamps) {
  record Stamp(FileTime modified, long size, String inode) {}

  static FileStamps of(Set<Path> files) {
    Map<Path, Optional<Stamp>> stamps = new HashMap<>();
    for (Path file : files) {
      stamps.put(file, stamp(file));
    }
    return new FileStamps(stamps);
  }

  private static Optional<Stamp> stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(
              attributes.lastModifiedTime(),
              attributes.size(),
              Objects.toString(attributes.fileKey())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
