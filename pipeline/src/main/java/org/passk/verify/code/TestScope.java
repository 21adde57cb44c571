package org.passk.verify.code;

import java.util.Locale;

/** Which tests of a problem decide. */
public enum TestScope {
    /** All of them: of evalplus both the base and the plus inputs. The default. */
    ALL,
    /** The base inputs of evalplus alone; elsewhere all. */
    BASE;

    /** The name in settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
