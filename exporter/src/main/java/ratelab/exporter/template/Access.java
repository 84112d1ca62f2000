package ratelab.exporter.template;

import java.util.List;

/** Fields, keys and methods: what stands after a point. */
final class Access {
  private Access() {}

  /** Goes from the value along the path; arguments are for its last element. */
  static Value along(List<String> path, Value value, Frame frame, Value dot, Call call) {
    Value at = value;
    int last = path.size() - 1;
    for (int i = 0; i < last; i++) {
      at = member(at, path.get(i), frame, dot, Call.NONE);
    }
    return member(at, path.get(last), frame, dot, call);
  }

  private static Value member(Value owner, String name, Frame frame, Value dot, Call call) {
    // The usual case, before the switch on types, whose first use costs a start some milliseconds.
    if (owner instanceof Value.Struct struct) return field(struct, name, call);
    return switch (owner) {
      case Value.TextMap map -> {
        call.refuse("the key " + name);
        String text = map.texts().get(name);
        yield text == null ? Value.None.NONE : new Value.Text(text);
      }
      case Value.Moment moment ->
          TimeMethods.call(moment.instant(), name, call.evaluate(frame, dot));
      case Value.Whole number when TimeMethods.isNamed(number) && name.equals("String") -> {
        call.refuse("the method String");
        yield new Value.Text(TimeMethods.nameOf(number));
      }
      case Value.None none -> none;
      default -> throw unknown(owner, name);
    };
  }

  private static Value field(Value.Struct struct, String name, Call call) {
    Value field = struct.field(name);
    if (field == null) throw unknown(struct, name);
    call.refuse("the field " + name);
    return field;
  }

  private static RenderFailure unknown(Value owner, String name) {
    return new RenderFailure("can't evaluate field " + name + " in type " + owner.goType());
  }
}
