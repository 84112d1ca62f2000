package ratelab.exporter.http.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import ratelab.exporter.http.auth.PasswordChecks;
import ratelab.exporter.http.tls.TlsServer;
import ratelab.exporter.yaml.ConfigException;

/**
 * The web configuration as it is now: when somebody asks, and a second has passed, it looks whether
 * the file or a certificate has changed. A change that cannot be used is logged, and what was valid
 * before stays.
 */
public final class WebConfigWatch implements Supplier<WebConfig>, AutoCloseable {
  private static final Logger LOG = System.getLogger(WebConfigWatch.class.getName());
  private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

  private final Optional<WebConfigFile> file;
  private final PasswordChecks checks;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile WebConfig current;
  private volatile long lookedNanos = System.nanoTime();
  private FileStamps stamps;
  private String complaint = "";

  private WebConfigWatch(Optional<WebConfigFile> file, PasswordChecks checks)
      throws ConfigException {
    this.file = file;
    this.checks = checks;
    this.current = file.isPresent() ? file.get().read() : WebConfig.open(checks);
    this.stamps = FileStamps.of(current.files());
  }

  /**
   * Reads the file, if there is one.
   *
   * @throws ConfigException if it cannot be used
   */
  public static WebConfigWatch start(Optional<Path> file, PasswordChecks checks)
      throws ConfigException {
    return new WebConfigWatch(file.map(path -> new WebConfigFile(path, checks)), checks);
  }

  @Override
  public WebConfig get() {
    if (file.isPresent() && System.nanoTime() - lookedNanos >= INTERVAL_NANOS) {
      look(file.get());
    }
    return current;
  }

  /** TLS of this moment, for a server that was started with it. */
  public TlsServer tls() {
    return get().tls().orElseThrow();
  }

  private void look(WebConfigFile file) {
    if (!looking.tryLock()) return;
    try {
      FileStamps now = FileStamps.of(current.files());
      if (!now.equals(stamps) || !complaint.isEmpty()) replace(file);
      lookedNanos = System.nanoTime();
    } finally {
      looking.unlock();
    }
  }

  private void replace(WebConfigFile file) {
    FileStamps before = FileStamps.of(current.files());
    try {
      WebConfig next = file.read();
      if (next.tls().isPresent() != current.tls().isPresent()) {
        throw new ConfigException(
            file.path() + ": TLS can be switched on or off only by a restart of the exporter");
      }
      stamps = next.files().equals(current.files()) ? before : FileStamps.of(next.files());
      current = next;
      complaint = "";
      LOG.log(Level.INFO, "the web configuration has changed and is in force");
    } catch (ConfigException e) {
      String reason = String.valueOf(e.getMessage());
      if (!reason.equals(complaint)) {
        LOG.log(Level.ERROR, "the web configuration stays as it was: " + reason);
      }
      complaint = reason;
    }
  }

  @Override
  public void close() {
    checks.close();
  }
}
