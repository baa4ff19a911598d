package dev.latchkey.sandbox.data;

import org.jspecify.annotations.Nullable;

/**
 * An analysis of a run, with the fields of MGnify's {@code MGnifyAnalysis}.
 *
 * @param experimentType what was sequenced
 * @param studyAccession the study
 * @param accession MGYA and eight digits
 * @param run the run
 * @param sample the sample
 * @param assembly never here: only runs are analysed
 * @param pipelineVersion with which version of MGnify's pipeline
 */
public record Analysis(
    String experimentType,
    String studyAccession,
    String accession,
    Run run,
    Sample sample,
    @Nullable String assembly,
    String pipelineVersion) {}
