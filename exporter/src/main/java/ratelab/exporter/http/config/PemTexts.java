package ratelab.exporter.http.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlPlace;

/**
 * Finds PEM texts: each is in the configuration itself or in a file that it names.
 *
 * @param directory what relative paths are relative to
 * @param files takes the files that are read
 */
record PemTexts(YamlPlace section, Path directory, Set<Path> files) {
  private static final String FILE = "_file";

  PemText required(String key) throws ConfigException {
    Optional<PemText> text = optional(key);
    if (text.isPresent()) return text.get();
    throw section.refused("lacks " + key + FILE + "; expected cert_file and key_file, PEM files");
  }

  Optional<PemText> optional(String key) throws ConfigException {
    Optional<YamlPlace> inline = section.child(key, "keys and values");
    Optional<YamlPlace> named = section.child(key + FILE, "keys and values");
    if (inline.isPresent() && named.isPresent()) {
      throw inline.get().refused("stands beside " + key + FILE + "; expected only one of them");
    }
    if (inline.isPresent()) {
      return Optional.of(new PemText(inline.get(), key, inline.get().text("PEM text")));
    }
    if (named.isEmpty()) return Optional.empty();
    return Optional.of(new PemText(named.get(), key + FILE, content(named.get())));
  }

  private String content(YamlPlace place) throws ConfigException {
    Path file = directory.resolve(place.text("the path of a PEM file"));
    files.add(file);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw place.expected("a PEM file that this user can read (" + e + ")");
    }
  }
}
