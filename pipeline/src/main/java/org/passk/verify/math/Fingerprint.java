package org.passk.verify.math;

import org.passk.model.Digests;

/** A short digest of a text that is too long to be kept. */
final class Fingerprint {
    private static final int HEX_DIGITS = 16;

    private Fingerprint() {}

    static String of(String text) {
        return Digests.sha256(text).substring(0, HEX_DIGITS);
    }
}
