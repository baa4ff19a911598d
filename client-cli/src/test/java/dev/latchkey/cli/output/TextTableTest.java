package dev.latchkey.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTableTest {

  private static Map<String, String> record(String... cells) {
    Map<String, String> record = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      record.put(cells[i], cells[i + 1]);
    }
    return record;
  }

  private static final List<Map<String, String>> STUDIES =
      List.of(
          record("accession", "MGYS00012000", "title", "Seasonal dynamics", "note", "-"),
          record("accession", "MGYS00012001", "title", "", "note", "of the Po valley"));

  @Test
  void isATableWhereThereIsRoom() {
    assertThat(new TextTable(STUDIES).lines(50))
        .containsExactly(
            "ACCESSION     TITLE              NOTE",
            "MGYS00012000  Seasonal dynamics  -",
            "MGYS00012001                     of the Po valley");
  }

  @Test
  void isABlockForEachRecordWhereThereIsNoRoomForTheTable() {
    assertThat(new TextTable(STUDIES).lines(40))
        .containsExactly(
            "MGYS00012000",
            "  title: Seasonal dynamics",
            "MGYS00012001",
            "  note: of the Po valley");
  }

  @Test
  void staysATableWhereItHasTwoColumns() {
    assertThat(
            new TextTable(List.of(record("what", "tokens", "is", "file: /a/long/path"))).lines(9))
        .containsExactly("WHAT    IS", "tokens  file: /a/long/path");
  }

  @Test
  void givesWayInAllColumnsButTheFirst() {
    List<TextTable.Row> rows = STUDIES.stream().map(TextTable.Row::of).toList();
    TableLayout layout = TableLayout.of(rows).within(32);
    assertThat(layout.line(rows.get(0))).isEqualTo("MGYS00012000  Seasona…  -");
    assertThat(layout.line(rows.get(1))).isEqualTo("MGYS00012001            of the …");
    assertThat(TableLayout.of(rows).within(1).line(rows.get(1))).startsWith("MGYS00012001  ");
  }
}
