package dev.latchkey.cli.proxy;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The proxy cannot be started as it was asked for. The message is for people. */
public final class ProxyException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  ProxyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
