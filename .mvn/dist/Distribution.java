import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the self-contained distribution of a module: a folder and a tar.gz that run on a Linux
 * machine without Java.
 *
 * <pre>
 * ratelab-exporter-0.1.0-linux-amd64/
 *   bin/      the launcher         from the module's dist/bin
 *   lib/      the program's one jar and its AOT cache
 *   runtime/  a Java runtime with the modules it needs, and their legal notices
 *   legal/    the licences of the libraries in the jar
 *   ...       whatever else is in the module's dist folder, and the project's LICENSE
 * </pre>
 *
 * Arguments: the module's folder, its artifact and version, the time that all files are given
 * (ISO), modules that the JDK's analysis does not find, and modules that it finds but nobody needs
 * (comma lists, - for none).
 */
final class Distribution {
  private final Path module;
  private final String artifact;
  private final Path folder;
  private final Path log;
  private final String time;
  private final Exercise exercise;

  private Distribution(Path module, String artifact, String version, String time) {
    this.module = module;
    this.artifact = artifact;
    this.time = time;
    folder = module.resolve("target/%s-%s-linux-%s".formatted(artifact, version, architecture()));
    log = module.resolve("target/distribution.log");
    exercise =
        switch (artifact) {
          case "ratelab-exporter" -> new ExporterExercise();
          case "ratelab-loadgen" -> new LoadgenExercise();
          default -> throw new IllegalArgumentException("no exercise for " + artifact);
        };
  }

  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]).toAbsolutePath();
    Distribution distribution = new Distribution(module, arguments[1], arguments[2], arguments[3]);
    Files.deleteIfExists(distribution.log);
    distribution.assemble(list(arguments[4]), list(arguments[5]));
    Path archive;
    try {
      distribution.train();
      archive = Archive.of(distribution.folder, distribution.time);
      distribution.check(archive);
    } catch (IOException e) {
      throw new IOException("see also " + distribution.log, e);
    }
    System.out.printf(
        "%s: %d MB, unpacked %d MB%n", archive, megabytes(archive), megabytes(distribution.folder));
  }

  private void assemble(Set<String> added, Set<String> removed) throws IOException {
    Command.run("rm", "-rf", folder.toString());
    Files.createDirectories(folder.resolve("lib"));
    Command.run("cp", "-R", module.resolve("dist") + "/.", folder.toString());
    Files.copy(module.resolve("../LICENSE"), folder.resolve("LICENSE"));
    Path jar = folder.resolve("lib/" + artifact + ".jar");
    Files.copy(module.resolve("target/" + artifact + ".jar"), jar);
    OldClasses.renew(jar);
    // The cache is only valid with a jar of this size and time.
    Command.run("touch", "-d", time, jar.toString());
    Licenses.collect(module.resolve("target"), folder.resolve("legal"));
    RuntimeImage.of(jar, added, removed).link(folder.resolve("runtime"));
  }

  /** A real run with the launcher's own options leaves the cache. */
  private void train() throws IOException {
    Path cache = folder.resolve("lib/" + artifact + ".aot");
    exercise.train(new Launcher(launcher(folder), "-XX:AOTCacheOutput=" + cache, log));
    if (!Files.exists(cache)) throw new IOException("the training run left no " + cache);
  }

  /** In an empty folder, without environment. */
  private void check(Path archive) throws IOException {
    Path elsewhere = Files.createTempDirectory(artifact + "-check-");
    try {
      Command.run("tar", "-xzf", archive.toString(), "-C", elsewhere.toString());
      exercise.check(new Launcher(launcher(elsewhere.resolve(folder.getFileName())), "", log));
    } finally {
      Command.run("rm", "-rf", elsewhere.toString());
    }
  }

  private Path launcher(Path distribution) {
    return distribution.resolve("bin").resolve(artifact);
  }

  private static String architecture() {
    String name = System.getProperty("os.arch");
    return name.equals("aarch64") ? "arm64" : name;
  }

  private static Set<String> list(String words) {
    if (words.equals("-")) return Set.of();
    return Stream.of(words.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
  }

  private static long megabytes(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum()
          / 1_000_000;
    }
  }
}
