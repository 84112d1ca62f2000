package ratelab.loadgen.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import ratelab.loadgen.record.Outcome;

/**
 * Why an exchange has no complete answer. The stage it had reached decides, because exceptions
 * alone do not tell a lost connection from a cut body.
 *
 * @param cause for people; the same text for every failure of the same kind
 */
public record Failure(Outcome outcome, String cause) {
  /** OkHttp's words for a body that ends early; every other protocol exception is bad HTTP. */
  private static final String BODY_ENDED_EARLY = "unexpected end of stream";

  /** What an exception means to an exchange with these settings. */
  public static Failure of(IOException e, Reached stage, ExchangeSettings settings) {
    if (e instanceof InterruptedIOException) {
      // The limit of a connection is OkHttp's only socket timeout here.
      Duration limit =
          e instanceof SocketTimeoutException && stage == Reached.CONNECTING
              ? settings.access().connectTimeout()
              : settings.timeout();
      return timeout(stage, limit.isZero() ? settings.timeout() : limit);
    }
    return switch (stage) {
      case CONNECTING ->
          e instanceof SSLException
              ? new Failure(Outcome.TLS, tlsCause(e))
              : new Failure(Outcome.CONNECT, connectCause(e));
      case SECURING -> new Failure(Outcome.TLS, tlsCause(e));
      case CONNECTED, ANSWERING -> broken(e, stage);
    };
  }

  /** What it means that an exchange, or its connecting, has reached this limit. */
  public static Failure timeout(Reached stage, Duration timeout) {
    String limit =
        timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    return switch (stage) {
      case CONNECTING, SECURING ->
          new Failure(Outcome.TIMEOUT_CONNECT, "no connection within " + limit);
      case CONNECTED -> new Failure(Outcome.TIMEOUT_RESPONSE, "no answer within " + limit);
      case ANSWERING -> new Failure(Outcome.TIMEOUT_BODY, "answer incomplete after " + limit);
    };
  }

  private static Failure broken(IOException e, Reached stage) {
    if (e instanceof ProtocolException && !BODY_ENDED_EARLY.equals(e.getMessage())) {
      return new Failure(Outcome.PROTOCOL, message(e));
    }
    if (stage == Reached.ANSWERING) {
      return new Failure(Outcome.TRUNCATED, "the connection ended inside the body");
    }
    return new Failure(
        Outcome.RESET,
        e.getCause() instanceof EOFException
            ? "the connection was closed without an answer"
            : "the connection was lost before an answer (" + message(e) + ")");
  }

  private static String tlsCause(IOException e) {
    return e instanceof SSLPeerUnverifiedException || e.getCause() instanceof CertificateException
        ? "the server's certificate is not trusted ("
            + message(e)
            + "); give its authority with --cacert, or do without the check with --insecure"
        : message(e);
  }

  private static String connectCause(IOException e) {
    if (e instanceof UnknownHostException) {
      // Java words the first failure and the cached ones that follow it differently.
      return "the host's name is not known";
    }
    Throwable cause = e.getCause();
    return cause == null || cause.getMessage() == null
        ? message(e)
        : message(e) + ": " + cause.getMessage();
  }

  /** One line, also where there are more. */
  private static String message(IOException e) {
    @Nullable String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").replaceFirst(":$", "");
  }
}
