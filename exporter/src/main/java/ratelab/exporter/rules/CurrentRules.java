package ratelab.exporter.rules;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import ratelab.exporter.yaml.ConfigException;

/**
 * The rules in use: those of the configuration file as it was when it last made sense. Asked before
 * every scan, it looks whether the file has changed, so that nothing has to watch it in between. A
 * file with a mistake changes nothing but the state.
 */
public final class CurrentRules implements Supplier<GroupRules> {
  private static final Logger LOG = System.getLogger(CurrentRules.class.getName());

  private final RuleSource source;
  private final boolean childrenInherit;
  private final InstantSource clock;
  private final AtomicBoolean reloadAsked = new AtomicBoolean();
  private Optional<FileStamp> stamp;
  private volatile GroupRules rules;
  private volatile ReloadState state;

  /**
   * Reads the rules for the first time.
   *
   * @throws ConfigException if they cannot be used
   */
  public CurrentRules(RuleSource source, boolean childrenInherit, InstantSource clock)
      throws ConfigException {
    this.source = source;
    this.childrenInherit = childrenInherit;
    this.clock = clock;
    this.stamp = stampNow();
    this.rules = source.read(childrenInherit);
    this.state = new ReloadState(true, clock.instant());
  }

  /** The same instance until the file has changed. One thread at a time. */
  @Override
  public GroupRules get() {
    Optional<FileStamp> now = stampNow();
    boolean asked = reloadAsked.getAndSet(false);
    if (asked || !now.equals(stamp)) reload(now);
    return rules;
  }

  private void reload(Optional<FileStamp> now) {
    stamp = now;
    try {
      rules = source.read(childrenInherit);
      state = new ReloadState(true, clock.instant());
      LOG.log(Level.INFO, "the configuration was read again");
    } catch (ConfigException e) {
      state = new ReloadState(false, state.inUseSince());
      LOG.log(Level.ERROR, "the configuration stays as it was: {0}", e.getMessage());
    }
  }

  private Optional<FileStamp> stampNow() {
    return source instanceof RuleSource.ConfigFile(var path)
        ? FileStamp.of(path)
        : Optional.empty();
  }

  /** What the last {@link #get} gave; any thread may ask. */
  public GroupRules inUse() {
    return rules;
  }

  /**
   * Reads the file before the next scan whether it has changed or not; any thread may call this.
   */
  public void reloadSoon() {
    reloadAsked.set(true);
  }

  public ReloadState state() {
    return state;
  }
}
