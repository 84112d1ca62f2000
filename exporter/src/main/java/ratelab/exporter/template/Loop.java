package ratelab.exporter.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.template.Block.Flow;

/**
 * {@code {{range pipeline}}}: over the elements of a list, a map in the order of keys, a number.
 */
record Loop(
    Pipeline over,
    @Nullable String index,
    @Nullable String element,
    boolean assigned,
    Block body,
    Block otherwise)
    implements Node {
  @Override
  public Flow execute(Frame frame, Value dot) {
    int mark = frame.enter();
    Value value = over.evaluate(frame, dot);
    Flow flow = Flow.NEXT;
    if (!isRange(value)) throw cannotIterate(value);
    if (hasElements(value)) {
      iterate(frame, value);
    } else {
      setVariables(frame, value, value);
      flow = otherwise.execute(frame, dot);
    }
    frame.leave(mark);
    return flow;
  }

  private boolean isRange(Value value) {
    return value instanceof Value.TextList
        || value instanceof Value.TextMap
        || (value instanceof Value.Whole && index == null)
        || value == Value.None.NONE;
  }

  private static boolean hasElements(Value value) {
    return value.isTrue() && !(value instanceof Value.Whole count && count.number() < 0);
  }

  private static RenderFailure cannotIterate(Value value) {
    return new RenderFailure("range can't iterate over " + Print.action(value));
  }

  private void iterate(Frame frame, Value value) {
    switch (value) {
      case Value.TextList list -> {
        for (int i = 0; i < list.texts().size(); i++) {
          Value text = new Value.Text(list.texts().get(i));
          if (turn(frame, Value.Whole.of(i), text) == Flow.BREAK) return;
        }
      }
      case Value.TextMap map -> {
        for (Map.Entry<String, String> entry : map.texts().entrySet()) {
          Value key = new Value.Text(entry.getKey());
          if (turn(frame, key, new Value.Text(entry.getValue())) == Flow.BREAK) return;
        }
      }
      case Value.Whole count -> {
        for (long i = 0; i < count.number(); i++) {
          Value number = new Value.Whole(i, count.goType());
          if (turn(frame, number, number) == Flow.BREAK) return;
        }
      }
      default -> throw cannotIterate(value);
    }
  }

  private Flow turn(Frame frame, Value indexValue, Value elementValue) {
    frame.turn();
    int mark = frame.enter();
    setVariables(frame, indexValue, elementValue);
    Flow flow = body.execute(frame, elementValue);
    frame.leave(mark);
    return flow;
  }

  private void setVariables(Frame frame, Value indexValue, Value elementValue) {
    frame.setLoopVariable(index, indexValue, assigned);
    frame.setLoopVariable(element, elementValue, assigned);
  }
}
