package dev.latchkey.sandbox.data;

/**
 * How much is invented, and from what.
 *
 * @param seed what everything follows from
 * @param studies how many everybody may see
 * @param privateStudies how many each user has
 * @param samplesPerStudy how many samples a study has
 * @param runsPerSample how many runs a sample has, each with one analysis
 * @param fileSize how long the largest file of an analysis is, in bytes
 */
public record Extent(
    long seed,
    long studies,
    long privateStudies,
    int samplesPerStudy,
    int runsPerSample,
    long fileSize) {}
