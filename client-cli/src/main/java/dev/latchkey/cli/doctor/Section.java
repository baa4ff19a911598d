package dev.latchkey.cli.doctor;

import java.util.List;
import java.util.Map;

/**
 * A part of the report for people.
 *
 * @param title what it is about
 * @param rows a table, cells by column
 */
public record Section(String title, List<Map<String, String>> rows) {}
