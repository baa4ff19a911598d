package dev.latchkey.client.internal.provider;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Setting;
import java.util.List;

/** Providers, some of which misbehave. {@link ProviderPath} puts them into jars. */
final class Providers {

  private Providers() {}

  /** What all of them share: no settings, and nothing to create. */
  public interface Simple extends AuthProvider {

    @Override
    default String description() {
      return "A test provider.";
    }

    @Override
    default List<Setting> settings() {
      return List.of();
    }

    @Override
    default Authenticator create(AuthContext context) {
      throw new UnsupportedOperationException();
    }
  }

  /** Has the id alpha. */
  public static final class Alpha implements Simple {

    @Override
    public String id() {
      return "alpha";
    }
  }

  /** Has the id alpha, too. */
  public static final class OtherAlpha implements Simple {

    @Override
    public String id() {
      return "alpha";
    }
  }

  /** Has the id beta. */
  public static final class Beta implements Simple {

    @Override
    public String id() {
      return "beta";
    }
  }

  /** Cannot be constructed. */
  public static final class Throwing implements Simple {

    /** Fails. */
    public Throwing() {
      throw new IllegalStateException("needs a coffee");
    }

    @Override
    public String id() {
      return "throwing";
    }
  }

  /** Cannot be initialized. */
  public static final class Unlinkable implements Simple {

    private static final String ID = id("needs a library");

    private static String id(String problem) {
      throw new UnsatisfiedLinkError(problem);
    }

    @Override
    public String id() {
      return ID;
    }
  }

  /** Fails when asked for its id. */
  public static final class Speechless implements Simple {

    @Override
    public String id() {
      throw new IllegalStateException("lost its voice");
    }
  }

  /** Has no id. */
  public static final class Nameless implements Simple {

    @Override
    @SuppressWarnings("NullAway")
    public String id() {
      return null;
    }
  }

  /** Has an id with a line break. */
  public static final class Forged implements Simple {

    @Override
    public String id() {
      return "forged\r\nX-Evil: 1";
    }
  }

  /** Has an empty id. */
  public static final class Empty implements Simple {

    @Override
    public String id() {
      return "";
    }
  }

  /** Is no provider at all. */
  public static final class Stranger {}
}
