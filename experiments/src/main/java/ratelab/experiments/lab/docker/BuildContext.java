package ratelab.experiments.lab.docker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import ratelab.experiments.lab.LabException;

/**
 * What the engine is sent to build an image: the Dockerfile and what it copies.
 *
 * @param files by their names in the image's context
 */
record BuildContext(SortedMap<String, Path> files) {
  private static final int HASH_DIGITS = 12;
  private static final int READABLE = 0644;

  static BuildContext of(OwnImage image, Dockerfile dockerfile) {
    SortedMap<String, Path> files = new TreeMap<>();
    for (String source : dockerfile.sources()) {
      add(files, image.context(), source);
    }
    files.put("Dockerfile", image.dockerfile());
    return new BuildContext(files);
  }

  private static void add(SortedMap<String, Path> files, Path context, String source) {
    Path from = context.resolve(source).normalize();
    if (!Files.exists(from)) {
      throw new LabException(from + " is not there to make an image of; build it: mvn package");
    }
    try (Stream<Path> found = Files.walk(from)) {
      found
          .filter(Files::isRegularFile)
          .forEach(file -> files.put(context.relativize(file).toString(), file));
    } catch (IOException e) {
      throw new LabException("cannot read " + from + ": " + e.getMessage(), e);
    }
  }

  /** The same for the same content; {@code bases} are the ids of what it is built on. */
  String hash(List<String> bases) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      bases.forEach(base -> digest.update(base.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      files.forEach(
          (name, file) -> {
            digest.update((name + '\0').getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(content(file));
          });
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  InputStream tar() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      files.forEach((name, file) -> write(tar, name, content(file)));
    } catch (IOException e) {
      throw new LabException("cannot pack what the image is made of: " + e.getMessage(), e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void write(TarArchiveOutputStream tar, String name, byte[] content) {
    try {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      entry.setMode(READABLE);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new LabException("cannot pack " + name + ": " + e.getMessage(), e);
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new LabException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
