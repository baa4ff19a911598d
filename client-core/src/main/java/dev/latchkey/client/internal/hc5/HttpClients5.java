package dev.latchkey.client.internal.hc5;

import java.net.ProxySelector;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HttpClient with everything off that the pipeline does itself: 5.6.5 forwards credentials to other
 * hosts when it follows redirects.
 */
final class HttpClients5 {

  private static final int CONNECTIONS = 64;

  private HttpClients5() {}

  static CloseableHttpClient create(TransportLimits limits) {
    ConnectionConfig connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(limits.connectTimeout()))
            .setSocketTimeout(Timeout.of(limits.responseTimeout()))
            // A server may have closed an idle connection: look before using it again.
            .setValidateAfterInactivity(TimeValue.ofSeconds(1))
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(connection)
                .setConnectionFactory(socket -> new QuietConnection())
                .setTlsSocketStrategy(new LazyTls())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build())
        .setRequestExecutor(new LateQuery())
        .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
        .setUserAgent(limits.userAgent())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .disableCookieManagement()
        .build();
  }
}
