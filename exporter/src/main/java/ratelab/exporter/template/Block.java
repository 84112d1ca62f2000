package ratelab.exporter.template;

import java.util.List;

/** Nodes one after the other. */
record Block(List<Node> nodes) {
  static final Block EMPTY = new Block(List.of());

  /** How the execution goes on. */
  enum Flow {
    NEXT,
    BREAK,
    CONTINUE
  }

  Flow execute(Frame frame, Value dot) {
    for (Node node : nodes) {
      Flow flow = node.execute(frame, dot);
      if (flow != Flow.NEXT) return flow;
    }
    return Flow.NEXT;
  }

  /** Whether it holds nothing but white space. */
  boolean isBlank() {
    for (Node node : nodes) {
      if (!(node instanceof Node.Literal(String text)) || !text.isBlank()) return false;
    }
    return true;
  }
}
