import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes and answers for their end: a shell that ends them by pid when its stdin closes,
 * which happens however the benchmark itself ends.
 */
final class Guardian implements AutoCloseable {
  /** $1 copies, output to $2, of the command that follows. Ctrl-C reaches it through its stdin. */
  private static final String SCRIPT =
      """
      trap '' INT
      n=$1; log=$2; shift 2; pids=; i=0
      read -r _ || exit
      while [ $i -lt $n ]; do
        "$@" </dev/null >"$log" 2>&1 & pids="$pids $!"; i=$((i+1))
      done
      echo $pids
      exec 2>/dev/null
      read -r _ || :
      kill $pids 2>/dev/null
      (sleep 5; kill -9 $pids 2>/dev/null) & watch=$!
      wait $pids
      kill $watch 2>/dev/null
      """;

  private final Process shell;
  private final BufferedReader out;

  /** It has started nothing yet, so that {@link #start} costs a fork and an exec and no more. */
  Guardian(int copies, Path log, List<String> command) throws IOException {
    List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "guardian"));
    words.add(String.valueOf(copies));
    words.add(log.toString());
    words.addAll(command);
    shell = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out =
        new BufferedReader(
            new InputStreamReader(shell.getInputStream(), StandardCharsets.US_ASCII));
  }

  /** Starts them; their pids. */
  List<Long> start() throws IOException {
    shell.getOutputStream().write('\n');
    shell.getOutputStream().flush();
    String pids = out.readLine();
    if (pids == null) throw new IOException("the shell that starts processes has ended");
    return Arrays.stream(pids.strip().split(" ")).map(Long::valueOf).toList();
  }

  @Override
  public void close() throws IOException {
    shell.getOutputStream().close();
    try {
      if (!shell.waitFor(20, TimeUnit.SECONDS)) shell.destroyForcibly();
    } catch (InterruptedException e) {
      shell.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
