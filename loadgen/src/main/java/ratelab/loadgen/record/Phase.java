package ratelab.loadgen.record;

/** The parts of an answered attempt, in the order and with the names of hey's details. */
public enum Phase {
  /** Name lookup to connected, TLS included; 0 on a reused connection. */
  DIAL("DNS+dialup"),
  /** The name lookup alone; 0 for an address or on a reused connection. */
  LOOKUP("DNS-lookup"),
  /** Connection in hand to request written. */
  WRITE("req write"),
  /** Request written to head of the answer read. */
  WAIT("resp wait"),
  /** Head read to last byte of the body. */
  READ("resp read");

  private final String heading;

  Phase(String heading) {
    this.heading = heading;
  }

  /** The name in hey's summary. */
  public String heading() {
    return heading;
  }
}
