package ratelab.exporter.rules;

/** The last element of a path as Go's filepath.Base has it, on which configurations rely. */
final class BaseName {
  private BaseName() {}

  static String of(String path) {
    if (path.isEmpty()) return ".";
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') end--;
    return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }
}
