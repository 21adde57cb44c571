package org.passk.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Facts of the program itself. */
final class RunFacts {
    private RunFacts() {}

    /** The version that Maven built. */
    static String passkVersion() {
        return property("version");
    }

    /** The version of Spark that the program was compiled against. */
    static String sparkVersion() {
        return property("spark");
    }

    private static String property(String name) {
        try (InputStream in = RunFacts.class.getResourceAsStream("/passk.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
