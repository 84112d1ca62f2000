package ratelab.exporter.differential;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import ratelab.exporter.Await;
import ratelab.exporter.RequiredTools;

/**
 * Processes of every kind in a pid namespace of their own, so that a test knows all there are, and
 * so that none outlives the test: the kernel ends them with their init, which ends with the test.
 */
final class Zoo implements AutoCloseable {
  private static final int DEADLINE_SECONDS = 10;
  private static final int LOOKS_OF_REST = 10;
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Path directory;
  private final Process namespace;
  private final BufferedReader answers;
  private final BufferedWriter commands;

  private Zoo(Path directory, Process namespace) {
    this.directory = directory;
    this.namespace = namespace;
    this.answers = namespace.inputReader();
    this.commands = namespace.outputWriter();
  }

  /**
   * @param directory an empty one that is the zoo's alone; deleting it is the caller's duty
   * @throws IOException if this machine permits no namespaces, with what it says
   */
  static Zoo open(Path directory) throws IOException, URISyntaxException {
    for (String script : List.of("keeper.sh", "animal.sh", "guarded.sh")) copy(script, directory);
    Path classes = Path.of(Zoo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> command = new ArrayList<>(List.of("unshare"));
    if (!isRoot()) command.addAll(List.of("--user", "--map-root-user"));
    command.addAll(List.of("--pid", "--fork", "--kill-child", "--mount-proc"));
    command.addAll(List.of("bash", directory.resolve("keeper.sh").toString()));
    command.addAll(List.of(directory.toString(), JAVA.toString(), classes.toString()));
    Zoo zoo = new Zoo(directory, new ProcessBuilder(command).redirectErrorStream(true).start());
    String answer = String.valueOf(zoo.answers.readLine());
    if (answer.equals("open")) return zoo;
    zoo.close();
    throw new IOException("no pid namespace: " + answer);
  }

  /** Opens one, or ends the calling test where that is not permitted. */
  static Zoo orSkip(Path directory) throws IOException, URISyntaxException {
    try {
      return open(directory);
    } catch (IOException e) {
      RequiredTools.skip(String.valueOf(e.getMessage()), "prometheus-process-exporter");
      throw e;
    }
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Where the zoo's own procfs is mounted, as seen from outside. */
  Path procfs() {
    long init = namespace.children().findFirst().orElseThrow().pid();
    return Path.of("/proc/" + init + "/root/proc");
  }

  Path directory() {
    return directory;
  }

  Animal animal(String id, String name, String... arguments) throws IOException {
    return born(id, words("animal", id, name), words(arguments));
  }

  Animal titled(String id, String title, String name, String... arguments) throws IOException {
    return born(id, words("titled", id, title, name), words(arguments));
  }

  Animal foreign(String id, String name) throws IOException {
    return born(id, words("foreign", id, name));
  }

  Animal modest(String id, String name) throws IOException {
    return born(id, words("modest", id, name));
  }

  Animal reborn(String id, String name, int pid) throws IOException {
    Animal animal = born(id, words("reborn", id, name, Integer.toString(pid)));
    if (animal.pid() == pid) return animal;
    throw new IOException("pid " + pid + " could not be used again");
  }

  Animal herd(String id, String... threads) throws IOException {
    return born(id, words("herd", id), words(threads));
  }

  /** An animal whose command name is no text: the bytes c, a, f, 0xE9. */
  Animal unspeakable(String id) throws IOException {
    return born(id, "animal " + id + " $'caf\\xe9'");
  }

  private Animal born(String id, String... command) throws IOException {
    return new Animal(directory, id, Integer.parseInt(ask(String.join(" ", command))));
  }

  /** Starts another program inside; what it prints is in the file {@code <id>.log}. */
  int start(String id, List<String> command) throws IOException {
    return Integer.parseInt(ask("start " + id + " exec " + words(command.toArray(String[]::new))));
  }

  /** Ends what was started directly, and returns its exit status as a shell has it. */
  int end(int pid, String signal) throws IOException {
    return Integer.parseInt(ask("ended " + pid + " " + signal));
  }

  /** Sends a signal, of which it need not end. */
  void signal(int pid, String signal) throws IOException {
    String status = ask("signal " + pid + " " + signal);
    if (!status.equals("0")) throw new IOException("no process " + pid + ": " + status);
  }

  /** Waits until this is in the process's file status. */
  void awaitStatus(int pid, String text) {
    Await.until(
        text + " in the status of " + pid, () -> status(pid).filter(it -> it.contains(text)));
  }

  /** The process's file status, if there is such a process. */
  Optional<String> status(int pid) {
    try {
      return Optional.of(Files.readString(procfs().resolve(pid + "/status")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Waits until no animal stirs any more. */
  void awaitRest() {
    AtomicReference<String> last = new AtomicReference<>("");
    AtomicInteger same = new AtomicInteger();
    Await.until(
        "rest in the zoo",
        () -> {
          String now = stats();
          same.set(now.equals(last.getAndSet(now)) ? same.get() + 1 : 0);
          return Optional.of(same).filter(it -> it.get() == LOOKS_OF_REST);
        });
  }

  private String stats() {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(procfs(), "[0-9]*")) {
      StringBuilder stats = new StringBuilder();
      for (Path process : processes) {
        String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
        if (!stat.contains("(observer-")) stats.append(stat);
      }
      return stats.toString();
    } catch (IOException e) {
      return e.toString(); // one that has just ended
    }
  }

  String ask(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
    String answer = answers.readLine();
    if (answer == null) throw new IOException("the zoo is closed: " + command);
    return answer;
  }

  private static String words(String... words) {
    return Arrays.stream(words).map(Zoo::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    StringBuilder quoted = new StringBuilder("$'");
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) quoted.append("\\x%02x".formatted(b));
    return quoted.append("'").toString();
  }

  private static void copy(String script, Path directory) throws IOException {
    try (InputStream resource = Zoo.class.getResourceAsStream(script)) {
      if (resource == null) throw new IOException("no resource " + script);
      Files.copy(resource, directory.resolve(script));
    }
  }

  @Override
  public void close() throws IOException {
    try (commands) {
      namespace.descendants().forEach(ProcessHandle::destroyForcibly);
      namespace.destroyForcibly();
    } finally {
      namespace.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
      removeLinks();
    }
  }

  private void removeLinks() throws IOException {
    try (DirectoryStream<Path> links = Files.newDirectoryStream(directory.resolve("bin"))) {
      for (Path link : links) Files.delete(link);
    }
  }
}
