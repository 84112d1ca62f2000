import static java.util.stream.Collectors.toCollection;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code check} fails on Java files that are not formatted; {@code apply} rewrites them. What was
 * found formatted is remembered by its digest, so that a build formats only what has changed.
 */
void main(String[] args) throws IOException {
  boolean apply = args.length > 0 && args[0].equals("apply");
  Set<String> known = known();
  List<Optional<String>> digests =
      sources().parallelStream().map(file -> formatted(file, known, apply)).toList();
  remember(digests.stream().flatMap(Optional::stream).collect(toCollection(TreeSet::new)));
  long wrong = digests.stream().filter(Optional::isEmpty).count();
  if (wrong > 0) {
    System.err.println(wrong + " file(s); `mvn -q -N -Pformat validate` formats them");
    System.exit(1);
  }
}

/** The digest of a file that is formatted now; empty if it is not, which is told. */
static Optional<String> formatted(Path file, Set<String> known, boolean apply) {
  try {
    String source = Files.readString(file);
    if (known.contains(digest(source))) {
      return Optional.of(digest(source));
    }
    String formatted = new Formatter().formatSourceAndFixImports(source);
    if (!formatted.equals(source) && !apply) {
      System.err.println("not formatted: " + file);
      return Optional.empty();
    }
    if (!formatted.equals(source)) {
      Files.writeString(file, formatted);
      System.out.println("formatted " + file);
    }
    return Optional.of(digest(formatted));
  } catch (FormatterException e) {
    System.err.println(file + ": does not parse: " + e.getMessage());
    return Optional.empty();
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
}

static List<Path> sources() throws IOException {
  try (var tree = Files.walk(Path.of(""), 30)) {
    return tree.filter(p -> p.toString().endsWith(".java"))
        .filter(p -> p.getNameCount() > 2 && p.getName(1).toString().equals("src"))
        .sorted()
        .toList();
  }
}

static final Path MEMORY = Path.of("target", "tools", "formatted.txt");

/** The digests remembered, unless another version of the formatter remembered them. */
static Set<String> known() throws IOException {
  if (!Files.isRegularFile(MEMORY)) return Set.of();
  List<String> lines = Files.readAllLines(MEMORY);
  return !lines.isEmpty() && lines.getFirst().equals(version())
      ? Set.copyOf(new TreeSet<>(lines.subList(1, lines.size())))
      : Set.of();
}

/** Replaced as a whole: a build beside this one reads the old memory or the new one. */
static void remember(Set<String> digests) throws IOException {
  Path written = Files.createTempFile(MEMORY.getParent(), "formatted", ".txt");
  Files.writeString(
      written, version() + "\n" + String.join("\n", digests) + "\n");
  Files.move(written, MEMORY, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
}

static String version() {
  var source = Formatter.class.getProtectionDomain().getCodeSource();
  try {
    return digest(Long.toString(Files.size(Path.of(source.getLocation().toURI()))));
  } catch (IOException | java.net.URISyntaxException e) {
    return "unknown";
  }
}

static String digest(String text) {
  try {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
  } catch (NoSuchAlgorithmException e) {
    throw new IllegalStateException("every Java has SHA-256", e);
  }
}
