package org.passk.extract.program;

import java.util.regex.Pattern;
import org.passk.model.Digests;
import org.passk.model.UnicodeText;

/**
 * The key of equal programs: two programs with one key do the same. Dropped are comments, blank lines, white space at line
 * ends, and carriage returns of line ends, all of them outside of strings. Where a reader of tokens alone cannot be sure
 * what stands in a string, and where a program could see the difference (it asks for line numbers or its own source), the
 * program is its own key: two programs count as different when in doubt.
 *
 * <p>Linear in the program; never throws on any text.
 */
public final class NormalisedProgram {
    private static final int DIGEST_DIGITS = 32;

    /** How programs get at their own lines. */
    private static final Pattern LOOKS_AT_ITSELF = Pattern.compile(
            "lineno|inspect|traceback|linecache|_getframe|__file__|getsource|__code__|settrace|tokenize");

    private NormalisedProgram() {}

    /**
     * The normalised source. Normalising it again changes nothing.
     *
     * @param program any text
     */
    public static String of(String program) {
        if (program.indexOf('\0') >= 0 || LOOKS_AT_ITSELF.matcher(program).find()) {
            return program;
        }
        return new PythonLines(program).withoutNoise().orElse(program);
    }

    /**
     * The key of a program: the first 128 bits of SHA-256 over the normalised source, as 32 hexadecimal digits.
     *
     * @param program any text
     */
    public static String digest(String program) {
        String source = of(program);
        // UTF-8 has no form of half a surrogate pair: such texts would share one.
        String text = UnicodeText.isWellFormed(source) ? source : escaped(source);
        return Digests.sha256(text).substring(0, DIGEST_DIGITS);
    }

    /**
     * The key of a text that a program is still to be found in: of the same form, and the same for the same text alone.
     *
     * @param text any text
     */
    public static String digestOfText(String text) {
        return Digests.sha256("text\0" + (UnicodeText.isWellFormed(text) ? text : escaped(text)))
                .substring(0, DIGEST_DIGITS);
    }

    private static String escaped(String source) {
        StringBuilder text = new StringBuilder("\0");
        source.chars().forEach(c -> text.append(c).append(' '));
        return text.toString();
    }
}
