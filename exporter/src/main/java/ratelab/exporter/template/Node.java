package ratelab.exporter.template;

import ratelab.exporter.template.Block.Flow;

/** A piece of a template that writes something, or decides what is written. */
sealed interface Node
    permits Node.Literal, Node.Action, Node.If, Node.With, Node.Invoke, Node.Jump, Loop {
  Flow execute(Frame frame, Value dot);

  record Literal(String text) implements Node {
    @Override
    public Flow execute(Frame frame, Value dot) {
      frame.write(text);
      return Flow.NEXT;
    }
  }

  /** {@code {{pipeline}}}; one that declares variables writes nothing. */
  record Action(Pipeline pipeline) implements Node {
    @Override
    public Flow execute(Frame frame, Value dot) {
      Value value = pipeline.evaluate(frame, dot);
      if (pipeline.variables().isEmpty()) frame.write(Print.action(value));
      return Flow.NEXT;
    }
  }

  record If(Pipeline condition, Block then, Block otherwise) implements Node {
    @Override
    public Flow execute(Frame frame, Value dot) {
      int mark = frame.enter();
      Block chosen = condition.evaluate(frame, dot).isTrue() ? then : otherwise;
      Flow flow = chosen.execute(frame, dot);
      frame.leave(mark);
      return flow;
    }
  }

  record With(Pipeline pipeline, Block then, Block otherwise) implements Node {
    @Override
    public Flow execute(Frame frame, Value dot) {
      int mark = frame.enter();
      Value value = pipeline.evaluate(frame, dot);
      Flow flow = value.isTrue() ? then.execute(frame, value) : otherwise.execute(frame, dot);
      frame.leave(mark);
      return flow;
    }
  }

  /** {@code {{template "name" pipeline}}}, and where a {@code block} stands. */
  record Invoke(String name, Pipeline data) implements Node {
    @Override
    public Flow execute(Frame frame, Value dot) {
      frame.invoke(name, data.isEmpty() ? Value.None.NONE : data.evaluate(frame, dot));
      return Flow.NEXT;
    }
  }

  /** {@code break} and {@code continue}. */
  record Jump(Flow flow) implements Node {
    @Override
    public Flow execute(Frame frame, Value dot) {
      return flow;
    }
  }
}
