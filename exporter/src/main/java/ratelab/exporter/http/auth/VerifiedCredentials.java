package ratelab.exporter.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers which credentials have been found right, as bcrypt costs a hundred scrapes. What it
 * holds is a hash under a key that lives only in this process, never a password; what is forgotten
 * is only checked again.
 */
final class VerifiedCredentials {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int CAPACITY = 64;

  private final SecretKeySpec key;
  private final Map<ByteBuffer, Boolean> recent =
      new LinkedHashMap<>(CAPACITY, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
          return size() > CAPACITY;
        }
      };

  VerifiedCredentials() {
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  boolean contains(Credentials credentials) {
    ByteBuffer fingerprint = fingerprint(credentials);
    synchronized (recent) {
      return recent.get(fingerprint) != null;
    }
  }

  void add(Credentials credentials) {
    ByteBuffer fingerprint = fingerprint(credentials);
    synchronized (recent) {
      recent.put(fingerprint, true);
    }
  }

  private ByteBuffer fingerprint(Credentials credentials) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] user = credentials.user().getBytes(UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(user.length).flip());
      mac.update(user);
      return ByteBuffer.wrap(mac.doFinal(credentials.password()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
