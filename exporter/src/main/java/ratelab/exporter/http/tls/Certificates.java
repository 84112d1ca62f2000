package ratelab.exporter.http.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads certificates from PEM. */
public final class Certificates {
  private Certificates() {}

  /**
   * All certificates in a PEM text, in their order, at least one.
   *
   * @throws TlsException if there is none, or one cannot be read
   */
  public static List<X509Certificate> read(String pem) throws TlsException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (PemBlock block : PemBlock.parse(pem)) {
      if (block.label().equals("CERTIFICATE")) certificates.add(certificate(block.der()));
    }
    if (!certificates.isEmpty()) return certificates;
    throw new TlsException(
        "there is no certificate in it; expected PEM blocks -----BEGIN CERTIFICATE-----");
  }

  private static X509Certificate certificate(byte[] der) throws TlsException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new TlsException("a certificate in it is damaged", e);
    }
  }
}
