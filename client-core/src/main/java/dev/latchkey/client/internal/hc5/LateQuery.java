package dev.latchkey.client.internal.hc5;

import dev.latchkey.client.internal.pipeline.UrlParameters;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Puts a credential that belongs into the query there when nothing comes after it but the
 * connection: HttpClient logs the URL of each request before that.
 */
final class LateQuery extends HttpRequestExecutor {

  static final String ATTRIBUTE = "latchkey.late-query";

  /** What is to be appended, not yet encoded. A class, for a record shows what it holds. */
  static final class Parameter {

    private final String name;
    private final String value;

    Parameter(String name, String value) {
      this.name = name;
      this.value = value;
    }
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback informed,
      HttpContext context)
      throws IOException, HttpException {
    if (context.getAttribute(ATTRIBUTE) instanceof Parameter late) {
      URI path = URI.create(request.getPath());
      request.setPath(UrlParameters.append(path, late.name, late.value).toString());
    }
    return super.execute(request, connection, informed, context);
  }
}
