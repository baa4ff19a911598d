package dev.latchkey.client.internal.hc5;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Skips what a server sends before its answer, as HttpClient's parser does, but without logging it:
 * it may be the rest of an answer that held a token.
 */
final class QuietParser extends DefaultHttpResponseParser {

  QuietParser(@Nullable Http1Config config) {
    super(config);
  }

  @Override
  protected @Nullable ClassicHttpResponse createMessage(CharArrayBuffer line) throws IOException {
    try {
      return super.createMessage(line);
    } catch (HttpException e) {
      return null;
    }
  }
}
