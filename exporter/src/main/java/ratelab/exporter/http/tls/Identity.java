package ratelab.exporter.http.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the server proves itself with.
 *
 * @param chain its certificate, then those that sign it
 * @param key the private key of the first
 */
public record Identity(List<X509Certificate> chain, PrivateKey key) {
  private static final byte[] PROBE = {1, 2, 3};

  public Identity {
    chain = List.copyOf(chain);
  }

  /** Whether the key is that of the certificate: what the one signs, the other verifies. */
  public boolean keyMatches() {
    PublicKey published = chain.getFirst().getPublicKey();
    if (!published.getAlgorithm().equals(key.getAlgorithm())) return false;
    try {
      Signature signature = Signature.getInstance(signatureAlgorithm());
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(published);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private String signatureAlgorithm() {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }
}
