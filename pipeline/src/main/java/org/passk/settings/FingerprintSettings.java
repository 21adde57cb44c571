package org.passk.settings;

import java.io.Serializable;

/**
 * How input files are recognised as unchanged.
 *
 * @param sha256 whether the bytes that are read get a SHA-256 beside the cheap checksum
 */
public record FingerprintSettings(boolean sha256) implements Serializable {}
