package dev.latchkey.sandbox.data;

/**
 * A run of a sequencer, with the fields of MGnify's {@code AnalysedRun}.
 *
 * @param experimentType what was sequenced
 * @param accession ERR and seven digits
 * @param sampleAccession the sample
 * @param studyAccession the study
 * @param instrumentModel the sequencer
 * @param instrumentPlatform its maker's line
 */
public record Run(
    String experimentType,
    String accession,
    String sampleAccession,
    String studyAccession,
    String instrumentModel,
    String instrumentPlatform) {}
