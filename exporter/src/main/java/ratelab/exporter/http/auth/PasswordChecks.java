package ratelab.exporter.http.auth;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Checks passwords one at a time, on a thread of their own: guesses from many connections queue up
 * here, and scrapes with known credentials find the processor free.
 */
public final class PasswordChecks implements AutoCloseable {
  /** Hashes a password and compares. */
  public interface Check {
    boolean matches(BcryptHash hash, byte[] password);
  }

  private final Check check;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("password-check").daemon().factory());

  public PasswordChecks(Check check) {
    this.check = check;
  }

  public static PasswordChecks withBcrypt() {
    return new PasswordChecks(bcrypt());
  }

  /** The check that is meant, for those who want to count. */
  public static Check bcrypt() {
    return BcryptHash::isOf;
  }

  /** Does nothing but hash and compare. */
  boolean matches(BcryptHash hash, byte[] password) {
    return check.matches(hash, password);
  }

  /** Waits for its turn to decide; an interrupt ends the wait, and the answer is no. */
  boolean inTurn(Callable<Boolean> decision) {
    Future<Boolean> result = thread.submit(decision);
    try {
      return result.get();
    } catch (InterruptedException e) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password check failed", e.getCause());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
