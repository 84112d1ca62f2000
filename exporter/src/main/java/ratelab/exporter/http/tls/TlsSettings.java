package ratelab.exporter.http.tls;

/** Everything about TLS, read and checked. */
public record TlsSettings(Identity identity, ClientPolicy clients, TlsParameters parameters) {}
