import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** A Java runtime with the modules of this JDK that a program needs and no others. */
record RuntimeImage(Set<String> modules) {
  private static final Pattern MODULE = Pattern.compile("(java|jdk)\\.[\\w.]+");

  /**
   * The modules that the classes of {@code jar} refer to, and {@code added}, less {@code removed}.
   */
  static RuntimeImage of(Path jar, Set<String> added, Set<String> removed) throws IOException {
    String found =
        tool(
            "jdeps",
            "--ignore-missing-deps",
            "--multi-release",
            "25",
            "--list-deps",
            jar.toString());
    Set<String> modules =
        found
            .lines()
            .map(line -> line.strip().split("/")[0])
            .filter(word -> MODULE.matcher(word).matches())
            .collect(Collectors.toCollection(TreeSet::new));
    modules.addAll(added);
    modules.removeAll(removed);
    return new RuntimeImage(modules);
  }

  /** Writes it; the legal notices of its modules come with it. */
  void link(Path folder) throws IOException {
    tool(
        "jlink",
        "--add-modules",
        String.join(",", modules),
        "--compress",
        "zip-6",
        "--strip-java-debug-attributes",
        "--no-header-files",
        "--no-man-pages",
        "--output",
        folder.toString());
    // Only java is started.
    Files.deleteIfExists(folder.resolve("bin/keytool"));
    Files.deleteIfExists(folder.resolve("bin/jwebserver"));
    System.out.println("runtime modules: " + String.join(" ", modules));
  }

  private static String tool(String name, String... arguments) throws IOException {
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    int status = ToolProvider.findFirst(name).orElseThrow().run(writer, writer, arguments);
    if (status != 0) throw new IOException(name + " failed:\n" + output);
    return output.toString();
  }
}
