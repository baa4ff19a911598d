package dev.latchkey.cli.failure;

import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.client.ApiStatusException;
import dev.latchkey.client.RequestFailedException;
import dev.latchkey.client.UnexpectedAnswerException;

/** What the process ends with: the whole mapping from errors to codes. */
public final class ExitCode {

  /** All went well. */
  public static final int SUCCESS = 0;

  /** It did not, for a reason of none of these kinds. */
  public static final int FAILURE = 1;

  /** The command line asks for something that makes no sense. */
  public static final int USAGE = 2;

  /** There is no credential, or the server refuses it. */
  public static final int NOT_AUTHENTICATED = 4;

  static final int FORBIDDEN = 5;
  static final int UNAVAILABLE = 6;
  static final int RATE_LIMITED = 7;

  private ExitCode() {}

  /** {@return the code for what a command has failed with} */
  public static int of(Throwable error) {
    if (error instanceof CredentialMissingException || error instanceof LoginRefusedException) {
      return NOT_AUTHENTICATED;
    }
    if (error instanceof AuthUnavailableException e) {
      return e.status().orElse(0) == 429 ? RATE_LIMITED : UNAVAILABLE;
    }
    if (error instanceof ApiKeyException e) {
      return ofStatus(e.status());
    }
    if (error instanceof ApiStatusException e) {
      return ofStatus(e.status());
    }
    if (error instanceof RequestFailedException e) {
      return e.reason() == RequestFailedException.Reason.REFUSED ? FAILURE : UNAVAILABLE;
    }
    if (error instanceof UnexpectedAnswerException) {
      return UNAVAILABLE;
    }
    return error instanceof UsageException ? USAGE : FAILURE;
  }

  private static int ofStatus(int status) {
    return switch (status) {
      case 401 -> NOT_AUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 429 -> RATE_LIMITED;
      default -> status >= 500 ? UNAVAILABLE : FAILURE;
    };
  }
}
