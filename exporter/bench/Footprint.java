import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds.
 *
 * @param ownDescriptors of files other than those of the processes it watches
 * @param processDescriptors of files of living processes; as many as the host has processes for
 * @param staleDescriptors of files of processes that have ended; a leak
 * @param heapKilobytes in use after a full collection
 */
record Footprint(
    int ownDescriptors,
    int processDescriptors,
    int staleDescriptors,
    int threads,
    long heapKilobytes,
    long residentKilobytes) {
  private static final Pattern OF_PROCESS = Pattern.compile("/proc/(\\d+)(/.*)?");
  private static final Pattern USED = Pattern.compile("(?m)^(?! |Metaspace).*\\bused (\\d+)K");
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

  static Footprint of(long pid) throws IOException {
    // The second one collects what the first one has left to finalization. The first jcmd also
    // starts the JVM's thread that listens to it, which then stays.
    jcmd(pid, "GC.run");
    jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    long heap = 0;
    while (used.find()) heap += Long.parseLong(used.group(1));
    if (heap == 0) throw new IOException("no heap use in the answer of jcmd");
    int own = 0;
    int living = 0;
    int stale = 0;
    try (DirectoryStream<Path> descriptors =
        Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path descriptor : descriptors) {
        Matcher process =
            OF_PROCESS.matcher(
                Files.readSymbolicLink(descriptor).toString().replace(" (deleted)", ""));
        if (!process.matches()) own++;
        else if (Files.exists(Path.of("/proc", process.group(1)))) living++;
        else stale++;
      }
    }
    return new Footprint(
        own, living, stale, (int) status(pid, "Threads:"), heap, status(pid, "VmRSS:"));
  }

  private static long status(long pid, String key) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith(key)) return Long.parseLong(line.split("\\s+")[1]);
    }
    throw new IOException("no " + key + " of process " + pid);
  }

  private static String jcmd(long pid, String command) throws IOException {
    Process jcmd =
        new ProcessBuilder(JCMD.toString(), String.valueOf(pid), command)
            .redirectErrorStream(true)
            .start();
    String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (jcmd.waitFor() == 0) return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("jcmd " + command + ": " + output);
  }

  @Override
  public String toString() {
    return "%d descriptors, %d more of living processes, %d of ended ones; %d threads; heap %d kB; resident %d kB"
        .formatted(
            ownDescriptors,
            processDescriptors,
            staleDescriptors,
            threads,
            heapKilobytes,
            residentKilobytes);
  }
}
