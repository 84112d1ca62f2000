package ratelab.exporter.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import ratelab.exporter.Await;

/** A process of the zoo that does what it is told, and nothing else. */
final class Animal {
  private final Path fifo;
  private final Path log;
  private final int pid;
  private int answers;

  /**
   * @param pid as its namespace counts
   */
  Animal(Path directory, String id, int pid) {
    this.fifo = directory.resolve(id + ".fifo");
    this.log = directory.resolve(id + ".log");
    this.pid = pid;
    awaitAnswer("birth");
  }

  int pid() {
    return pid;
  }

  /** Tells it to do something and waits until it has. */
  void tell(String command) throws IOException {
    order(command);
    awaitAnswer(command);
  }

  /** Tells it to do something that it does not answer, at least not yet. */
  void order(String command) throws IOException {
    Files.writeString(fifo, command + "\n", StandardOpenOption.WRITE);
  }

  void awaitAnswer(String command) {
    int expected = answers + 1;
    answers = Await.until(command + " of " + this, () -> count().filter(n -> n >= expected));
  }

  private Optional<Integer> count() {
    try {
      return Optional.of(Files.exists(log) ? Files.readAllLines(log).size() : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return log.getFileName() + "=" + pid;
  }
}
