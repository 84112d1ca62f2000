import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The processes that the exporters look at. Each also ends by itself, after {@link #LIFE_SECONDS}.
 */
final class Crowd implements AutoCloseable {
  private static final String LIFE_SECONDS = "900";
  private static final Path NOWHERE = Path.of("/dev/null");

  /** $ARGV[0] threads in all; each wakes up 20 times a second and counts a little. */
  private static final String LIGHT_WORK =
      """
      my ($threads, $seconds) = @ARGV;
      my $end = time + $seconds;
      sub work { my $x = 0; while (time < $end) { $x += $_ for 1 .. 50; select undef, undef, undef, 0.05 } }
      if ($threads > 1) {
        require threads;
        threads->create({'stack_size' => 65536}, \\&work)->detach for 2 .. $threads;
      }
      work();
      """;

  private final List<Guardian> guardians = new ArrayList<>();

  /** Adds processes that only sleep. */
  Crowd idle(int count) throws IOException {
    return add(count, List.of("sleep", LIFE_SECONDS));
  }

  /** Adds processes with {@code threads} lightly active threads each. */
  Crowd busy(int count, int threads) throws IOException {
    return add(count, List.of("perl", "-e", LIGHT_WORK, String.valueOf(threads), LIFE_SECONDS));
  }

  private Crowd add(int count, List<String> command) throws IOException {
    Guardian guardian = new Guardian(count, NOWHERE, command);
    guardians.add(guardian);
    guardian.start();
    return this;
  }

  @Override
  public void close() throws IOException {
    for (Guardian guardian : guardians) guardian.close();
  }
}
