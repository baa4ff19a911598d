package dev.latchkey.client;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file did not arrive as it should, or could not be written. */
public final class DownloadException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  DownloadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
