package ratelab.experiments.lab.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ratelab.experiments.lab.LabException;

/**
 * What the lab must know of a Dockerfile to build it.
 *
 * @param bases the images it starts from, by the argument that replaces them
 * @param sources the files and directories that it copies, relative to its context
 */
record Dockerfile(Map<String, String> bases, List<String> sources) {
  private static final Pattern BASE = Pattern.compile("(?m)^ARG (\\w*BASE)=(\\S+)$");
  private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(\\S+) \\S+$");

  static Dockerfile read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new LabException(
          file + " cannot be read; the Docker lab needs the project's directory docker/", e);
    }
  }

  static Dockerfile parse(String text) {
    Map<String, String> bases = new LinkedHashMap<>();
    BASE.matcher(text).results().forEach(m -> bases.put(m.group(1), m.group(2)));
    Stream<MatchResult> copies = COPY.matcher(text).results();
    return new Dockerfile(bases, copies.map(m -> m.group(1)).toList());
  }
}
