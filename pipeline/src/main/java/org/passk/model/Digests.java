package org.passk.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of texts that are the same on every machine. */
public final class Digests {
    private Digests() {}

    /**
     * SHA-256 of the text's UTF-8 form, as 64 hexadecimal digits.
     *
     * @param text any text
     */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has to provide SHA-256.
            throw new IllegalStateException(e);
        }
    }

    /**
     * Digest of a question, equal for texts that differ in white space only: the first 64 bits of SHA-256 over the
     * question with each run of white space replaced by one space and none at the ends, as 16 hexadecimal digits. It
     * finds the problem of a record whose own numbering differs from the problem file's.
     *
     * @param question the question as the file writes it
     */
    public static String ofQuestion(String question) {
        return sha256(question.strip().replaceAll("\\s+", " ")).substring(0, 16);
    }
}
