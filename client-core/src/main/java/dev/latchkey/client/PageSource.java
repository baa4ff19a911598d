package dev.latchkey.client;

import dev.latchkey.client.internal.paging.PageContent;
import dev.latchkey.client.internal.paging.PageWalk;
import dev.latchkey.client.internal.paging.PagingRules;
import dev.latchkey.client.internal.paging.Position;
import dev.latchkey.client.internal.pipeline.Reply;
import java.net.URI;
import java.util.Optional;

/** Fetches the pages of one list. Thread-safe. */
final class PageSource<T> implements PageWalk.Source<T> {

  private final ApiClient client;
  private final ApiRequest list;
  private final Patience patience;
  private final Class<T> type;

  PageSource(ApiClient client, ApiRequest list, Patience patience, Class<T> type) {
    this.client = client;
    this.list = list;
    this.patience = patience;
    this.type = type;
  }

  @Override
  public Optional<PageContent<T>> fetch(Position at) {
    PagingRules rules = client.parts().paging().rules();
    URI url = rules.url(list.url(client.baseUrl()), at);
    ApiRequest request = list.to(url.toString());
    try {
      Reply reply = patience.until(() -> client.exchange(request));
      return Optional.of(read(rules, at, reply));
    } catch (ApiStatusException.NotFound e) {
      // Django REST framework's way to say that a page is past the end.
      if (at.number() > 1 && rules.isAddressable()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private PageContent<T> read(PagingRules rules, Position at, Reply reply) {
    try {
      return rules.read(at, reply, type);
    } catch (IllegalArgumentException e) {
      throw new ApiResponse(reply).notJson(e);
    }
  }
}
