package org.passk.jobs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;

/**
 * What a file system said, as trouble of a kind with one line of message. A path that no file system here can serve is
 * the user's to mend; a file system that refuses or fails is the outside world.
 */
public final class FileTrouble {
    private static final Pattern SCHEME = Pattern.compile("scheme \"([^\"]*)\"");
    private static final Pattern MISSING_CLASS = Pattern.compile("Class (\\S*(?:\\.fs\\.|FileSystem)\\S*) not found");

    private FileTrouble() {}

    /**
     * The trouble behind an exception.
     *
     * @param where the path or what was done, for the message; may be empty
     * @param thrown what was thrown
     */
    public static PasskException of(String where, IOException thrown) {
        return known(where, thrown).orElseGet(() -> external(where, firstLine(thrown), thrown));
    }

    /**
     * As {@link #of}, for an exception that need not come from a file system.
     *
     * @param where the path or what was done, for the message; may be empty
     * @param thrown what was thrown
     * @return empty when nothing more is known than the exception's own message
     */
    public static Optional<PasskException> known(String where, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String said = firstLine(cause);
            if (cause instanceof PasskException known) {
                return Optional.of(known);
            }
            Matcher missing = MISSING_CLASS.matcher(said);
            if (cause instanceof UnsupportedFileSystemException) {
                return Optional.of(unsupported(where, said));
            }
            if (missing.find()) {
                return Optional.of(configuration(
                        where,
                        "the class " + missing.group(1)
                                + " of this file system is not on the class path; expected its jar, for example by"
                                + " --conf spark.jars.packages of spark-submit"));
            }
            if (isRefusal(cause, said)) {
                return Optional.of(external(where, "permission denied", thrown));
            }
            if (said.contains("No space left on device")) {
                return Optional.of(
                        new PasskException(FaultKind.RESOURCE, join(where, "no space left on device"), thrown));
            }
        }
        return Optional.empty();
    }

    private static boolean isRefusal(Throwable cause, String said) {
        return cause instanceof AccessControlException
                || cause instanceof AccessDeniedException
                // The local file system calls a file that may not be opened not found.
                || (cause instanceof FileNotFoundException && said.endsWith("(Permission denied)"));
    }

    private static PasskException unsupported(String where, String said) {
        Matcher scheme = SCHEME.matcher(said);
        String name = scheme.find() ? "\"" + scheme.group(1) + "\"" : "of this path";
        return configuration(
                where,
                "no file system is known for the scheme " + name
                        + "; expected a path without a scheme, file:///, hdfs:// or one that Hadoop's settings name");
    }

    private static PasskException configuration(String where, String what) {
        return PasskException.configuration(join(where, what));
    }

    private static PasskException external(String where, String what, Throwable thrown) {
        return PasskException.external(join(where, what), thrown);
    }

    /** The message, led by the path unless it names it itself. */
    private static String join(String where, String what) {
        return where.isEmpty() || what.startsWith(where) ? what : where + ": " + what;
    }

    private static String firstLine(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank()
                ? thrown.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
