package ratelab.loadgen.request;

/** The protocol that a run speaks; there is no silent fallback that would make figures differ. */
public enum HttpVersion {
  /** HTTP/1.1, plain or over TLS. */
  HTTP_1_1,
  /** HTTP/2 over TLS, agreed on by ALPN; a server that declines it gets HTTP/1.1, as from hey. */
  HTTP_2,
  /** HTTP/2 without TLS, known to the server beforehand. */
  H2C
}
