package dev.latchkey.client.internal.hc5;

import java.time.Duration;

/**
 * What a transport puts up with.
 *
 * @param connectTimeout how long a connection may take to be made
 * @param responseTimeout how long a server may be silent
 * @param largestBody how many bytes an answer may have, after decompression
 * @param userAgent what to call ourselves
 */
public record TransportLimits(
    Duration connectTimeout, Duration responseTimeout, int largestBody, String userAgent) {}
