package ratelab.exporter.metrics;

import static ratelab.exporter.metrics.MetricType.COUNTER;
import static ratelab.exporter.metrics.MetricType.UNTYPED;

import java.util.List;
import java.util.function.BiConsumer;
import ratelab.exporter.group.ThreadGroupState;

/** The families about a group's threads by name, of processes with more than one. */
final class ThreadFamilies {
  private static final Label NONVOLUNTARY = new Label("ctxswitchtype", "nonvoluntary");
  private static final Label VOLUNTARY = new Label("ctxswitchtype", "voluntary");
  private static final Label SYSTEM = new Label("mode", "system");
  private static final Label USER = new Label("mode", "user");
  private static final Label READ = new Label("iomode", "read");
  private static final Label WRITE = new Label("iomode", "write");

  static final List<GroupFamily> ALL =
      List.of(
          family(
              "thread_context_switches_total",
              COUNTER,
              "Context switches of the threads with this name.",
              (threads, out) -> {
                out.add(NONVOLUNTARY, threads.switches().involuntary());
                out.add(VOLUNTARY, threads.switches().voluntary());
              }),
          family(
              "thread_count",
              UNTYPED,
              "Threads with this name now.",
              (threads, out) -> out.add(threads.threads())),
          family(
              "thread_cpu_runtime_seconds_total",
              COUNTER,
              "CPU time of the threads with this name, from the kernel's nanosecond clock; user"
                  + " and system together. Absent where that clock cannot be read.",
              (threads, out) -> threads.cpu().runtimeSeconds().ifPresent(out::add)),
          family(
              "thread_cpu_seconds_total",
              COUNTER,
              "CPU time of the threads with this name, in ticks of usually 10 ms.",
              (threads, out) -> {
                out.add(SYSTEM, threads.cpu().systemSeconds());
                out.add(USER, threads.cpu().userSeconds());
              }),
          family(
              "thread_io_bytes_total",
              COUNTER,
              "Bytes that the threads with this name fetched from and sent to storage. Absent"
                  + " while that is denied.",
              (threads, out) ->
                  threads
                      .io()
                      .ifPresent(
                          io -> {
                            out.add(READ, io.readBytes());
                            out.add(WRITE, io.writtenBytes());
                          })),
          family(
              "thread_major_page_faults_total",
              COUNTER,
              "Page faults of the threads with this name that needed a disk.",
              (threads, out) -> out.add(threads.faults().major())),
          family(
              "thread_minor_page_faults_total",
              COUNTER,
              "Page faults of the threads with this name that needed no disk.",
              (threads, out) -> out.add(threads.faults().minor())));

  private ThreadFamilies() {}

  private static GroupFamily family(
      String name, MetricType type, String help, BiConsumer<ThreadGroupState, SeriesSink> series) {
    return new GroupFamily(
        GroupFamilies.PREFIX + name,
        type,
        help,
        (group, out) -> {
          for (ThreadGroupState threads : group.threadGroups()) {
            series.accept(threads, new NamedThreads(threads.threadName(), out));
          }
        });
  }

  /** Adds the thread's name to each series. */
  private record NamedThreads(Label name, SeriesSink out) implements SeriesSink {
    NamedThreads(String threadName, SeriesSink out) {
      this(new Label("threadname", threadName), out);
    }

    @Override
    public void add(double value) {
      out.add(name, value);
    }

    @Override
    public void add(Label label, double value) {
      out.add(label, name, value);
    }

    @Override
    public void add(Label first, Label second, double value) {
      throw new IllegalArgumentException("no thread family has a third label");
    }
  }
}
