package dev.latchkey.auth.testkit;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Login;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Verdict;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Providers that break one rule each by what they do. */
final class MisbehavingProviders {

  private MisbehavingProviders() {}

  /** Calls the server when asked for what is known without it. */
  public static final class Curious extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        @Override
        public AuthStatus status() {
          context.exchange().send(AuthCall.of("GET", "status"));
          return super.status();
        }
      };
    }
  }

  /** Makes the credential anew for every asynchronous call. */
  public static final class Wasteful extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        @Override
        public CompletionStage<Credential> credentialAsync(Origin target) {
          return super.credentialAsync(target)
              .thenApply(c -> Credential.of(c.placement(), c.secret(), c.generation()));
        }
      };
    }
  }

  /** Gives every thread a credential of its own. */
  public static final class Crowded extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        private final AtomicLong generation = new AtomicLong();
        private final ThreadLocal<Credential> own =
            ThreadLocal.withInitial(
                () -> Credential.of(HEADER, held().secret(), generation.incrementAndGet()));

        @Override
        public Credential credential(Origin target) {
          return super.credential(target).secret().equals(own.get().secret()) ? own.get() : held();
        }
      };
    }
  }

  /** Compares hosts, where it should compare origins. */
  public static final class Credulous extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        @Override
        public Credential credential(Origin target) {
          boolean sameHost = target.host().equals(context.origin().host());
          return super.credential(sameHost ? context.origin() : target);
        }
      };
    }
  }

  /** Compares origins, but not on the asynchronous way. */
  public static final class CredulousLater extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        @Override
        public CompletionStage<Credential> credentialAsync(Origin target) {
          return super.credentialAsync(context.origin());
        }
      };
    }
  }

  /** Invents a credential where none is configured. */
  public static final class Inventive extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        @Override
        public Credential credential(Origin target) {
          return context.settings().password("password").isPresent()
              ? super.credential(target)
              : Credential.of(HEADER, Secret.token("guest", "nowhere"), 1);
        }
      };
    }
  }

  /** Gives up although the credential was replaced meanwhile. */
  public static final class Resigned extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        @Override
        public Verdict rejected(Credential used, Rejection rejection) {
          return Verdict.FINAL;
        }
      };
    }
  }

  /** Throws its credential away when the server is merely busy. */
  public static final class Panicky extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        @Override
        public Verdict rejected(Credential used, Rejection rejection) {
          if (rejection.status() == 503) {
            forget();
          }
          return super.rejected(used, rejection);
        }
      };
    }
  }

  /** Shows its token to whoever prints it. */
  public static final class Indiscreet extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        @Override
        public String toString() {
          return "Toy with " + held().reveal();
        }
      };
    }
  }

  /** Puts its password into an error. */
  public static final class Indignant extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        @Override
        public Credential credential(Origin target) {
          try {
            return super.credential(target);
          } catch (AuthUnavailableException e) {
            String password = context.settings().password("password").orElseThrow().reveal();
            throw new AuthUnavailableException("No login with " + password + ".", e);
          }
        }
      };
    }
  }

  /** Can do more than it is tested for. */
  public static final class Accomplished extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new AccomplishedToy(context);
    }
  }

  private static final class AccomplishedToy extends ToyAuthenticator implements Login {

    AccomplishedToy(AuthContext context) {
      super(context);
    }

    @Override
    public AuthStatus login() {
      held();
      return status();
    }

    @Override
    public boolean logout() {
      forget();
      return false;
    }
  }

  /** Can be closed only once. */
  public static final class Fragile extends ToyProvider {

    @Override
    public Authenticator create(AuthContext context) {
      return new ToyAuthenticator(context) {
        private boolean closed;

        @Override
        public void close() {
          if (closed) {
            throw new IllegalStateException("closed");
          }
          closed = true;
          super.close();
        }
      };
    }
  }
}
