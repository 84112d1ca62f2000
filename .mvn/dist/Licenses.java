import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The licences of the libraries: a list of them all, and the texts that they bring. */
final class Licenses {
  private static final Pattern TEXT =
      Pattern.compile("(?i).*(licen[cs]e|notice|copying)[^/]*(?<!\\.class)");

  private Licenses() {}

  /**
   * From {@code target/lib} and the list that Maven made; {@code folder} may hold texts already.
   */
  static void collect(Path target, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(target.resolve("THIRD-PARTY.txt"), folder.resolve("THIRD-PARTY.txt"));
    try (Stream<Path> jars = Files.list(target.resolve("lib"))) {
      for (Path jar : jars.sorted().toList()) copyTexts(jar, folder);
    }
  }

  private static void copyTexts(Path jar, Path folder) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      for (Path text : texts(files.getPath("META-INF"))) {
        Path of = folder.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
        Files.createDirectories(of);
        Files.copy(text, of.resolve(text.getFileName().toString()));
      }
    }
  }

  private static List<Path> texts(Path metaInf) throws IOException {
    if (!Files.isDirectory(metaInf)) return List.of();
    try (Stream<Path> entries = Files.list(metaInf)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(entry -> TEXT.matcher(entry.getFileName().toString()).matches())
          .toList();
    }
  }
}
