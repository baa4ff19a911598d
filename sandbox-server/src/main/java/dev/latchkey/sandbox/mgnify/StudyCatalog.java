package dev.latchkey.sandbox.mgnify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All studies: some are public, every user has private ones of their own. Thread-safe. */
final class StudyCatalog {
  private static final int PUBLIC_COUNT = 160;
  private static final int PUBLIC_FIRST = 501;
  private static final int PRIVATE_FIRST = 10_000;
  private static final int STRANGERS = 40;

  private final List<Study> everybodys = new StudyWriter(PUBLIC_FIRST, 0).write(PUBLIC_COUNT);
  private final Map<String, List<Study>> ofUser = new ConcurrentHashMap<>();
  private final List<String> usernames;
  private final int privateCount;

  /** Private studies for users, {@code privateCount} each. */
  StudyCatalog(List<String> usernames, int privateCount) {
    this.usernames = List.copyOf(usernames);
    this.privateCount = privateCount;
  }

  List<Study> everybodys() {
    return everybodys;
  }

  /** A user's own; also for a name that is no user's, since MGnify does not look users up. */
  List<Study> privateTo(String username) {
    return ofUser.computeIfAbsent(username, this::write);
  }

  /** The study, if it is public or private to this user. */
  Optional<Study> find(String accession, Optional<String> username) {
    return Stream.concat(
            everybodys.stream(), username.stream().flatMap(name -> privateTo(name).stream()))
        .filter(study -> study.accession().equals(accession))
        .findFirst();
  }

  private List<Study> write(String username) {
    int known = usernames.indexOf(username);
    int place =
        known >= 0 ? known : usernames.size() + Math.floorMod(username.hashCode(), STRANGERS);
    int stride = Math.max(1_000, privateCount);
    return new StudyWriter(PRIVATE_FIRST + place * stride, username.hashCode()).write(privateCount);
  }
}
