package ratelab.exporter.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Elements, parts and lengths. A text counts in bytes of UTF-8. */
final class Indexing {
  private static final int MAX_SLICE_INDEXES = 3;

  private Indexing() {}

  static int length(Value value) {
    return switch (value) {
      case Value.Text text -> utf8(text).length;
      case Value.TextList list -> list.texts().size();
      case Value.TextMap map -> map.texts().size();
      default -> throw new RenderFailure("len of type " + value.goType());
    };
  }

  static Value index(Value item, List<Value> indexes) {
    if (item == Value.None.NONE) throw new RenderFailure("index of untyped nil");
    Value element = item;
    for (Value index : indexes) {
      element = element(element, index);
    }
    return element;
  }

  private static Value element(Value item, Value index) {
    return switch (item) {
      case Value.Text text -> {
        byte[] bytes = utf8(text);
        yield new Value.Whole(bytes[offset(index, bytes.length - 1)] & 0xff, "uint8");
      }
      case Value.TextList list ->
          new Value.Text(list.texts().get(offset(index, list.texts().size() - 1)));
      case Value.TextMap map -> {
        if (index instanceof Value.Text(String key)) {
          yield new Value.Text(map.texts().getOrDefault(key, ""));
        }
        throw new RenderFailure("value has type " + index.goType() + "; should be string");
      }
      default -> throw new RenderFailure("can't index item of type " + item.goType());
    };
  }

  static Value slice(Value item, List<Value> indexes) {
    if (indexes.size() > MAX_SLICE_INDEXES) throw new RenderFailure("too many slice indexes");
    return switch (item) {
      case Value.Text text -> {
        if (indexes.size() == MAX_SLICE_INDEXES) {
          throw new RenderFailure("cannot 3-index slice a string");
        }
        byte[] bytes = utf8(text);
        int[] range = range(indexes, bytes.length);
        byte[] part = Arrays.copyOfRange(bytes, range[0], range[1]);
        yield new Value.Text(new String(part, StandardCharsets.UTF_8));
      }
      case Value.TextList list -> {
        int[] range = range(indexes, list.texts().size());
        yield new Value.TextList(list.texts().subList(range[0], range[1]));
      }
      default -> throw new RenderFailure("can't slice item of type " + item.goType());
    };
  }

  /** From and to; a third index, the capacity, must only be possible. */
  private static int[] range(List<Value> indexes, int length) {
    int[] bounds = {0, length, length};
    for (int i = 0; i < indexes.size(); i++) {
      bounds[i] = offset(indexes.get(i), length);
    }
    if (bounds[0] > bounds[1] || bounds[1] > bounds[2]) {
      throw new RenderFailure("invalid slice index");
    }
    return bounds;
  }

  private static int offset(Value index, int max) {
    if (!(index instanceof Value.Whole(long number, String type))) {
      throw new RenderFailure("cannot index slice/array with type " + index.goType());
    }
    if (number < 0 || number > max) throw new RenderFailure("index out of range: " + number);
    return (int) number;
  }

  private static byte[] utf8(Value.Text text) {
    return text.text().getBytes(StandardCharsets.UTF_8);
  }
}
