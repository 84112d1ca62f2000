package ratelab.exporter.differential;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The program of an animal with many threads. It obeys lines of stdin, each of which begins with a
 * command and the name of a thread, and answers when the thread is back at rest.
 */
final class Herd {
  private static final int BLOCK = 4096;
  private static final int BLOCKS = 64;

  private static final AtomicLong BURNT = new AtomicLong();

  private final Map<String, ExecutorService> threads = new HashMap<>();

  private Herd() {}

  public static void main(String[] names) throws Exception {
    Herd herd = new Herd();
    for (String name : names) herd.start(name);
    System.out.println("ready");
    try (Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8)) {
      while (lines.hasNextLine()) {
        herd.obey(List.of(lines.nextLine().split(" ", 2)));
        System.out.println("done");
      }
    }
  }

  private void obey(List<String> words) throws Exception {
    String name = words.get(1);
    switch (words.getFirst()) {
      case "start" -> start(name);
      case "end" -> end(name);
      case "burn" -> run(name, Herd::burn);
      case "write" -> run(name, Herd::write);
      case "spoil" -> run(name, Herd::takeNameThatIsNoText);
      default -> throw new IllegalArgumentException(words.toString());
    }
  }

  private void start(String name) throws Exception {
    threads.put(name, Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory()));
    run(name, () -> {});
  }

  private void end(String name) {
    ExecutorService thread = threads.remove(name);
    if (thread != null) thread.close();
  }

  private interface Work {
    void run() throws IOException;
  }

  private void run(String name, Work work) throws ExecutionException, InterruptedException {
    ExecutorService thread = threads.get(name);
    if (thread == null) throw new IllegalArgumentException("no thread " + name);
    thread
        .submit(
            () -> {
              work.run();
              return name;
            })
        .get();
  }

  private static void burn() {
    long sum = 0;
    for (int i = 0; i < 3_000_000; i++) sum += i;
    BURNT.set(sum);
  }

  /** Writes to the device and reads back from it, past the page cache where that is possible. */
  private static void write() throws IOException {
    Path file = Files.createTempFile("herd", "");
    try {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.allocate(BLOCK * BLOCKS));
        channel.force(true);
      }
      try (FileChannel channel = FileChannel.open(file, pastTheCache())) {
        channel.read(ByteBuffer.allocateDirect(2 * BLOCK * BLOCKS).alignedSlice(BLOCK));
      } catch (UnsupportedOperationException | ReflectiveOperationException | IOException e) {
        // A file system in memory: there is nothing to read from a device.
      }
    } finally {
      Files.delete(file);
    }
  }

  /** By its name: the JDK has it only as an extension, of which the compiler warns. */
  private static OpenOption pastTheCache() throws ReflectiveOperationException {
    Class<?> options = Class.forName("com.sun.nio.file.ExtendedOpenOption");
    return (OpenOption) options.getField("DIRECT").get(null);
  }

  private static void takeNameThatIsNoText() throws IOException {
    Files.write(Path.of("/proc/thread-self/comm"), new byte[] {'c', 'a', 'f', (byte) 0xe9});
  }
}
