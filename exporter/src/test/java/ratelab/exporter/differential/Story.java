package ratelab.exporter.differential;

import java.io.IOException;
import java.nio.file.Files;

/** What happens in the zoo, act by act; after each the animals are at rest, but in the last. */
final class Story implements AutoCloseable {
  private final Zoo zoo;
  private final Animal sleeper;
  private final Animal parent;
  private final Animal caterpillar;
  private final Animal larva;
  private final Animal pupa;
  private final Animal mayfly;
  private final Animal mourner;
  private final Animal herd;
  private final Animal churner;
  private final Animal toiler;
  private Animal newcomer;

  /** Gives birth to those who are there before the exporters. */
  Story(Zoo zoo) throws IOException {
    this.zoo = zoo;
    sleeper = zoo.animal("sleeper", "sleeper");
    parent = zoo.animal("bash", "bash");
    caterpillar = zoo.animal("caterpillar", "caterpillar");
    larva = zoo.animal("larva", "larva");
    pupa = zoo.animal("pupa", "pupa");
    mayfly = zoo.animal("mayfly", "mayfly");
    mourner = zoo.animal("mourner", "mourner");
    herd = zoo.herd("herd", "alpha", "beta", "th read)");
    churner = zoo.animal("churner", "churner");
    toiler = zoo.animal("toiler", "toiler");
    newcomer = sleeper;
    populate();
    settle();
  }

  /** Those who only are what they are. */
  private void populate() throws IOException {
    zoo.animal("spaced", "with space");
    zoo.animal("parens", "par(en)s) R (");
    zoo.animal("line", "new\nline");
    zoo.animal("quoted", "quo\"te\\back");
    zoo.animal("unicode", "\u00fcn\u00efc\u00f6de");
    zoo.animal("long", "a-name-of-more-than-15-bytes");
    zoo.titled("nameless", "", "nameless");
    zoo.titled("postgres", "postgres", "backend");
    zoo.titled("prometheus", "/usr/local/bin/prometheus", "prometheus");
    zoo.titled(
        "exporter", "/usr/local/bin/process-exporter", "exporter", "-config.path", "/etc/a.yml");
    zoo.titled("upstart", "/sbin/upstart", "upstart", "--user");
    zoo.titled("nginx", "nginx: master process /usr/sbin/nginx", "title");
    zoo.titled("local", "/usr/local/bin/backend", "backend");
    zoo.titled("opt", "/opt/backend", "backend");
    zoo.animal("mail", "python2", "/opt/mail.py");
    zoo.animal("news", "python2", "/opt/news.py");
    zoo.animal("shop", "java", "-jar", "shop.jar");
    zoo.animal("plain", "java");
    if (Zoo.isRoot()) zoo.foreign("foreigner", "foreigner").tell("eat 1000000");
    zoo.modest("modest", "modest");
    zoo.modest("mixed-1", "mixed");
    zoo.animal("mixed-2", "mixed");
    zoo.animal("eater", "eater").tell("eat 3000000");
    zoo.animal("hoarder", "hoarder").tell("hoard");
    Animal stopped = zoo.animal("stopped", "stopped");
    stopped.order("kill -STOP $$");
    zoo.awaitStatus(stopped.pid(), "State:\tT");
    Animal deep = zoo.animal("deep", "deep");
    deep.order("deep 12");
    deep.awaitAnswer("bottom");
  }

  private void settle() throws IOException {
    parent.tell("fork; fork; bear child");
    mourner.order("mourn");
    mourner.awaitAnswer("death");
    zoo.awaitStatus(mourner.pid(), "Name:\tsleep\n");
  }

  void work() throws IOException {
    sleeper.tell("burn 100000; write 1000000; eat 2000000");
    parent.tell("fork; bear child");
    caterpillar.tell("become butterfly");
    larva.tell("rename imago");
    pupa.tell("become bash");
    mayfly.tell("burn 100000");
    newcomer = zoo.animal("newcomer-1", "newcomer");
    newcomer.tell("burn 100000");
    if (Zoo.isRoot()) zoo.foreign("newcomer-2", "foreigner").tell("burn 50000");
    Animal another = zoo.herd("another-herd", "late");
    another.tell("burn late");
    herd.tell("burn alpha");
    herd.tell("burn beta");
    herd.tell("write beta");
  }

  void end() throws IOException {
    herd.tell("burn alpha");
    herd.tell("burn beta");
    herd.tell("end alpha");
    zoo.end(newcomer.pid(), "KILL");
    zoo.end(mourner.pid(), "KILL");
    zoo.end(mayfly.pid(), "KILL");
    zoo.reborn("mayfly-2", "mayfly", mayfly.pid()).tell("burn 20000");
    sleeper.tell("burn 10000");
    caterpillar.tell("burn 20000");
  }

  void comeBack() throws IOException {
    herd.tell("start alpha");
    herd.tell("burn beta");
    newcomer = zoo.animal("newcomer-3", "newcomer");
    newcomer.tell("burn 20000");
    larva.tell("burn 20000");
  }

  void churn() throws IOException {
    churner.order("breed");
    toiler.order("toil");
  }

  @Override
  public void close() throws IOException {
    Files.createFile(zoo.directory().resolve("stop"));
    churner.awaitAnswer("breed");
    toiler.awaitAnswer("toil");
  }
}
