package ratelab.experiments.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sample app's peers in other languages as files: they travel in its jar, and their runtimes
 * read no jars.
 *
 * @param folder where they are put, with the folders that they have in the jar
 */
record PeerFiles(Path folder) {
  private static final String RESOURCES = "peers/";
  private static final String LIST = "files.txt";

  /**
   * One of the peers' files, with all others around it.
   *
   * @param name below the peers' folder
   * @throws LabException if the files are missing or cannot be written
   */
  Path file(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        for (String each : list()) {
          copy(each);
        }
      }
    } catch (IOException e) {
      throw new LabException("cannot write " + folder + ": " + e.getMessage(), e);
    }
    return file;
  }

  private static List<String> list() throws IOException {
    try (InputStream in = open(LIST)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void copy(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream in = open(name)) {
      Files.copy(in, file);
    }
  }

  private static InputStream open(String name) {
    InputStream in = ClassLoader.getSystemResourceAsStream(RESOURCES + name);
    if (in == null) {
      throw new LabException(
          RESOURCES + name + " is missing in the class path; the sample app's jar should bring it");
    }
    return in;
  }
}
