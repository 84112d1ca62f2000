package ratelab.exporter.proc;

import java.util.ArrayList;
import java.util.List;
import ratelab.exporter.proc.files.KeptFile;
import ratelab.exporter.proc.files.NumberedEntries;
import ratelab.exporter.proc.files.TaskDirectory;

/** All threads of a process, from measure to measure. */
final class KeptThreads implements AutoCloseable {
  /** Of a process with a single thread, whose own files say everything. */
  static final Outcome<List<ThreadReading>> NONE = new Outcome.Found<>(List.of());

  private static final String DIRECTORY = "task";

  private final Sources sources;
  private final TaskDirectory process;
  private final KeptFile directory;
  private List<KeptThread> threads = new ArrayList<>();

  KeptThreads(Sources sources, TaskDirectory process) {
    this.sources = sources;
    this.process = process;
    this.directory = new KeptFile(sources.files(), process, DIRECTORY);
  }

  /**
   * Threads that end meanwhile are left out; if one cannot be read, so can none, as the numbers of
   * the others alone would be too small. The process must be confirmed afterwards.
   */
  Outcome<List<ThreadReading>> measure(boolean keepOpen) {
    NumberedEntries tids = sources.entries();
    int count = keepOpen ? directory.list(tids) : sources.files().list(process, DIRECTORY, tids);
    if (count < 0) return Unread.because(count, process, DIRECTORY);
    follow(tids);
    List<ThreadReading> readings = new ArrayList<>(threads.size());
    List<KeptThread> ended = new ArrayList<>();
    Outcome<List<ThreadReading>> trouble = NONE;
    for (KeptThread thread : threads) {
      switch (thread.measure(keepOpen)) {
        case Outcome.Found<ThreadReading>(ThreadReading reading) -> readings.add(reading);
        case Outcome.Gone<ThreadReading>() -> ended.add(thread);
        case Outcome.Failed<ThreadReading>(String cause) -> trouble = new Outcome.Failed<>(cause);
        case Outcome.Denied<ThreadReading>(String file) -> trouble = new Outcome.Denied<>(file);
      }
    }
    ended.forEach(KeptThread::close);
    threads.removeAll(ended);
    return trouble instanceof Outcome.Found ? new Outcome.Found<>(List.copyOf(readings)) : trouble;
  }

  /** Both are in the order of the ids. */
  private void follow(NumberedEntries tids) {
    List<KeptThread> now = new ArrayList<>(tids.size());
    int next = 0;
    for (int i = 0; i < tids.size(); i++) {
      int tid = tids.number(i);
      while (next < threads.size() && threads.get(next).tid() < tid) threads.get(next++).close();
      boolean known = next < threads.size() && threads.get(next).tid() == tid;
      now.add(
          known
              ? threads.get(next++)
              : new KeptThread(sources.files(), new TaskDirectory(process.pid(), tid)));
    }
    while (next < threads.size()) threads.get(next++).close();
    threads = now;
  }

  /** Forgets all threads: of each the next reading is a first one. */
  @Override
  public void close() {
    directory.close();
    threads.forEach(KeptThread::close);
    threads = new ArrayList<>();
  }
}
