package ratelab.exporter.http.auth;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * A password as bcrypt hashed it, such as {@code htpasswd -nB} prints it.
 *
 * @param text prefix, cost, salt and hash
 * @param cost binary logarithm of the rounds, 4 to 31
 */
public record BcryptHash(String text, int cost) {
  public static final String EXPECTED =
      "a bcrypt hash such as $2y$10$ and 53 further characters; htpasswd -nBC 10 USER makes one";

  private static final Pattern FORM = Pattern.compile("\\$2[aby]?\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
  private static final int MIN_COST = 4;
  private static final int MAX_COST = 31;

  /** The hash that a text is, if it is one. */
  public static Optional<BcryptHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) return Optional.empty();
    int cost = Integer.parseInt(form.group(1));
    if (cost < MIN_COST || cost > MAX_COST) return Optional.empty();
    return Optional.of(new BcryptHash(text, cost));
  }

  /** Hashes the password, which takes long by design, and compares. */
  boolean isOf(byte[] password) {
    return BCrypt.checkpw(password, text);
  }

  /** Nothing of a password goes to a log by accident, not even its hash. */
  @Override
  public String toString() {
    return "bcrypt hash of cost " + cost;
  }
}
