import java.io.IOException;

/** How a program is used: once so that the JVM learns it, once so that we know that it works. */
interface Exercise {
  /** Uses the program as people do, once. */
  void train(Launcher launcher) throws IOException;

  /**
   * Tries what the distribution promises.
   *
   * @throws IOException if it does not hold
   */
  void check(Launcher launcher) throws IOException;

  static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) throw new IOException(otherwise);
  }
}
