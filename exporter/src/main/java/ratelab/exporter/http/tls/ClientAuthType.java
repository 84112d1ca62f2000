package ratelab.exporter.http.tls;

/** What is asked of a client's certificate, as Go's crypto/tls names the possibilities. */
public enum ClientAuthType {
  NO_CLIENT_CERT("NoClientCert", false, false),
  REQUEST_CLIENT_CERT("RequestClientCert", false, false),
  REQUIRE_ANY_CLIENT_CERT("RequireAnyClientCert", true, false),
  VERIFY_CLIENT_CERT_IF_GIVEN("VerifyClientCertIfGiven", false, true),
  REQUIRE_AND_VERIFY_CLIENT_CERT("RequireAndVerifyClientCert", true, true);

  private final String goName;
  private final boolean required;
  private final boolean verified;

  ClientAuthType(String goName, boolean required, boolean verified) {
    this.goName = goName;
    this.required = required;
    this.verified = verified;
  }

  public String goName() {
    return goName;
  }

  /** Whether nobody gets in without one. */
  public boolean isRequired() {
    return required;
  }

  /** Whether one that is shown must be signed by a known authority. */
  public boolean isVerified() {
    return verified;
  }
}
