package ratelab.loadgen.record;

/** The parts of an answered attempt, in the order and with the names of hey's details. */
public enum Phase {
  /** Name lookup to connected, TLS included; 0 on a reused connection. */
  DIAL(0, "DNS+dialup"),
  /** The name lookup alone; 0 for an address or on a reused connection. */
  LOOKUP(1, "DNS-lookup"),
  /** Connection in hand to request written. */
  WRITE(2, "req write"),
  /** Request written to head of the answer read. */
  WAIT(3, "resp wait"),
  /** Head read to last byte of the body. */
  READ(4, "resp read");

  private final int index;
  private final String heading;

  Phase(int index, String heading) {
    this.index = index;
    this.heading = heading;
  }

  /** The place in a table of all phases, from 0. */
  int index() {
    return index;
  }

  /** The name in hey's summary. */
  public String heading() {
    return heading;
  }
}
