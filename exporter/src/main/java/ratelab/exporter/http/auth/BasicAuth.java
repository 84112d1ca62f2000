package ratelab.exporter.http.auth;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Lets in whoever has the password of one of the users; without users everybody. A wrong password
 * costs a full hash every time, and so does an unknown user, so that the time of an answer tells
 * nothing.
 */
public final class BasicAuth {
  /** What a refused client is to be told. */
  public static final String CHALLENGE = "Basic realm=\"process exporter\", charset=\"UTF-8\"";

  private final Map<String, BcryptHash> users;
  private final Optional<BcryptHash> decoy;
  private final PasswordChecks checks;
  private final VerifiedCredentials verified = new VerifiedCredentials();

  public BasicAuth(Map<String, BcryptHash> users, PasswordChecks checks) {
    this.users = Map.copyOf(users);
    this.decoy = users.values().stream().max(Comparator.comparingInt(BcryptHash::cost));
    this.checks = checks;
  }

  /** Whether a request with this header Authorization may pass. */
  public boolean admits(Optional<String> authorization) {
    if (decoy.isEmpty()) return true;
    Optional<Credentials> credentials = authorization.flatMap(Credentials::parse);
    return credentials.isPresent() && admits(credentials.get(), decoy.get());
  }

  private boolean admits(Credentials credentials, BcryptHash decoy) {
    if (verified.contains(credentials)) return true;
    return checks.inTurn(() -> verified.contains(credentials) || isRight(credentials, decoy));
  }

  private boolean isRight(Credentials credentials, BcryptHash decoy) {
    BcryptHash hash = users.get(credentials.user());
    if (hash == null) {
      checks.matches(decoy, credentials.password());
      return false;
    }
    boolean right = checks.matches(hash, credentials.password());
    if (right) verified.add(credentials);
    return right;
  }
}
