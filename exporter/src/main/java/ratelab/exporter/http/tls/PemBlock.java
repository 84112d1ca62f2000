package ratelab.exporter.http.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One block of a PEM text (RFC 7468). */
final class PemBlock {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private final String label;
  private final byte[] der;

  private PemBlock(String label, byte[] der) {
    this.label = label;
    this.der = der;
  }

  /** What it says it is, such as {@code CERTIFICATE}. */
  String label() {
    return label;
  }

  /** The content, binary. */
  byte[] der() {
    return der;
  }

  /** All blocks in their order; text around them is skipped, as everywhere. */
  static List<PemBlock> parse(String text) throws TlsException {
    List<PemBlock> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      blocks.add(new PemBlock(matcher.group(1), content(matcher.group(1), matcher.group(2))));
    }
    return blocks;
  }

  private static byte[] content(String label, String body) throws TlsException {
    if (body.contains("ENCRYPTED")) throw encrypted();
    try {
      return Base64.getMimeDecoder().decode(body.strip());
    } catch (IllegalArgumentException e) {
      throw new TlsException("the PEM block " + label + " is no base64", e);
    }
  }

  static TlsException encrypted() {
    return new TlsException(
        "the key is encrypted; expected one without a passphrase, such as openssl pkcs8 -topk8"
            + " -nocrypt makes of it");
  }
}
