package ratelab.exporter.http.tls;

import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads private keys from PEM: PKCS#8, and what the JDK does not know, PKCS#1 (RFC 8017, A.1.2) and
 * SEC1 (RFC 5915), which are put into the envelope of PKCS#8 (RFC 5958).
 */
public final class PrivateKeys {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
  private static final byte[] VERSION_0 = Der.element(Der.INTEGER, new byte[] {0});
  private static final byte[] RSA = hex("300d06092a864886f70d0101010500");
  private static final byte[] OID_EC = hex("06072a8648ce3d0201");
  private static final int EC_PARAMETERS = 0xa0;

  private PrivateKeys() {}

  /**
   * The first private key in a PEM text.
   *
   * @throws TlsException if there is none, or none that can be used
   */
  public static PrivateKey read(String pem) throws TlsException {
    for (PemBlock block : PemBlock.parse(pem)) {
      switch (block.label()) {
        case "PRIVATE KEY" -> {
          return fromPkcs8(block.der());
        }
        case "RSA PRIVATE KEY" -> {
          return fromPkcs8(pkcs8(RSA, block.der()));
        }
        case "EC PRIVATE KEY" -> {
          byte[] algorithm = Der.element(Der.SEQUENCE, OID_EC, curve(block.der()));
          return fromPkcs8(pkcs8(algorithm, block.der()));
        }
        case "ENCRYPTED PRIVATE KEY" -> throw PemBlock.encrypted();
        default -> {
          // Certificates and curve parameters may stand before the key.
        }
      }
    }
    throw new TlsException(
        "there is no private key in it; expected a PEM block such as -----BEGIN PRIVATE KEY-----");
  }

  private static byte[] pkcs8(byte[] algorithm, byte[] key) {
    return Der.element(Der.SEQUENCE, VERSION_0, algorithm, Der.element(Der.OCTET_STRING, key));
  }

  /** The curve's object identifier, which SEC1 keeps behind version and key. */
  private static byte[] curve(byte[] sec1) throws TlsException {
    ByteBuffer fields = Der.content(ByteBuffer.wrap(sec1), Der.SEQUENCE);
    Der.content(fields, Der.INTEGER);
    Der.content(fields, Der.OCTET_STRING);
    return Der.bytes(Der.content(fields, EC_PARAMETERS));
  }

  private static PrivateKey fromPkcs8(byte[] der) throws TlsException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // A key of another algorithm.
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has " + algorithm, e);
      }
    }
    throw new TlsException("the key is damaged or of an unknown kind; expected RSA, EC or Ed25519");
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
