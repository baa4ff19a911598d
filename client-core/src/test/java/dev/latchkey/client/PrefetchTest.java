package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are fetched before they are asked for. */
@Timeout(60)
class PrefetchTest {

  private static final int SECONDS = 30;

  @TempDir private Path directory = Path.of("");

  record Thing(int id) {}

  private ApiClient client(ScriptedServer server) {
    return Ground.client(directory, server.url(), new KeyProvider()).build();
  }

  @Test
  void fetchesSeveralAtOnceAndKeepsTheOrder() {
    // Pages 2 to 5 are answered only once all of them have been asked for.
    CyclicBarrier together = new CyclicBarrier(4);
    try (ScriptedServer server =
            ScriptedServer.answering(
                request -> {
                  int page = ListServer.number(request, "page", 1);
                  if (page > 1) {
                    await(together);
                  }
                  return ListServer.page(request, 500);
                });
        ApiClient client = client(server)) {
      assertThat(client.query("t/").prefetch(4).stream(Thing.class).map(Thing::id))
          .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    }
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await(SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void holdsNoMorePagesThanItWasTold() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch four = new CountDownLatch(4);
    try (ScriptedServer server =
            ScriptedServer.answering(
                request -> {
                  asked.incrementAndGet();
                  four.countDown();
                  return ListServer.page(request, 100_000);
                });
        ApiClient client = client(server);
        Stream<Page<Thing>> pages = client.query("t/").prefetch(3).pages(Thing.class)) {
      Iterator<Page<Thing>> iterator = pages.iterator();
      iterator.next();
      assertThat(four.await(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(asked).hasValue(4);
      iterator.next();
      iterator.next();
      assertThat(asked.get()).isLessThanOrEqualTo(6);
    }
  }

  @Test
  void stopsWhenTheStreamIsClosed() {
    try (ScriptedServer server =
            ScriptedServer.answering(request -> ListServer.page(request, 100_000));
        ApiClient client = client(server)) {
      Stream<Thing> things = client.query("t/").prefetch(2).stream(Thing.class);
      Iterator<Thing> iterator = things.iterator();
      iterator.next();
      things.close();
      List<Thing> rest =
          Stream.generate(() -> iterator).takeWhile(Iterator::hasNext).map(Iterator::next).toList();
      assertThat(rest).hasSizeLessThan(100);
      assertThat(server.received()).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void stopsAtTheLimit() {
    try (ScriptedServer server =
            ScriptedServer.answering(request -> ListServer.page(request, 100_000));
        ApiClient client = client(server)) {
      assertThat(client.query("t/").prefetch(16).limit(150).stream()).hasSize(150);
      assertThat(server.received()).hasSize(2);
    }
  }

  @Test
  void comesToNoStandstillWhenAllThreadsAreWaitingForPages() {
    try (ScriptedServer server =
            ScriptedServer.answering(request -> ListServer.page(request, 300));
        ApiClient client = client(server)) {
      List<Long> counts =
          IntStream.range(0, 64)
              .mapToObj(
                  i ->
                      client
                          .getAsync("t/")
                          .thenApplyAsync(
                              answer -> client.query("t/").prefetch(4).stream().count(),
                              client.parts().resources().threads()))
              .toList()
              .stream()
              .map(future -> future.orTimeout(SECONDS, TimeUnit.SECONDS).join())
              .toList();
      assertThat(counts).hasSize(64).containsOnly(300L);
    }
  }
}
