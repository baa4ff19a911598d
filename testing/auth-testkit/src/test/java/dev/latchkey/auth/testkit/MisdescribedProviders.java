package dev.latchkey.auth.testkit;

import dev.latchkey.auth.Setting;
import java.util.List;

/** Providers that break one rule each by what they say of themselves. */
final class MisdescribedProviders {

  private MisdescribedProviders() {}

  /** Has an id that nobody can type into a property's name. */
  public static final class Shouting extends ToyProvider {

    @Override
    public String id() {
      return "TOY";
    }
  }

  /** Has another id each time. */
  public static final class Fickle extends ToyProvider {

    private int asked;

    @Override
    public String id() {
      asked++;
      return "toy-" + System.identityHashCode(this) + "-" + asked;
    }
  }

  /** Describes itself at length. */
  public static final class Talkative extends ToyProvider {

    @Override
    public String description() {
      return "A toy.\nA very good one.";
    }
  }

  /** Describes one setting twice. */
  public static final class Repetitive extends ToyProvider {

    @Override
    public List<Setting> settings() {
      return List.of(
          Setting.password("password", "The password."), Setting.text("password", "Again."));
    }
  }

  /** Describes a setting with nothing. */
  public static final class Terse extends ToyProvider {

    @Override
    public List<Setting> settings() {
      return List.of(Setting.password("password", " "));
    }
  }

  /** Is not public. */
  static final class Hidden extends ToyProvider {

    // The service loader looks no further than the constructor.
    public Hidden() {}
  }

  /** Is not named in the service file. */
  public static final class Unlisted extends ToyProvider {}
}
