package dev.latchkey.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is called here that somebody else has named. */
class WantedFileTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.example/b/c.tsv.gz, c.tsv.gz",
    "https://a.example/b/c/, c",
    "https://a.example/b/c.txt?page=1#x/y, c.txt",
    "c d&e.txt, c_d_e.txt",
    "../../.bashrc, _bashrc",
    ".., _",
    "/, download",
    "'', download",
    "?x, download",
    "a\\b, a_b"
  })
  void isCalledAsTheLastPartOfItsPath(String path, String name) {
    assertThat(WantedFile.nameOf(path)).isEqualTo(name);
  }

  @Test
  @Timeout(60)
  void isCalledSomethingHoweverLongItsPathIs() {
    int megabyte = 1 << 20;
    assertThat(WantedFile.nameOf("/".repeat(megabyte) + "a" + "/".repeat(megabyte))).isEqualTo("a");
    assertThat(WantedFile.nameOf("b/" + "a".repeat(megabyte))).hasSize(megabyte);
  }
}
