package org.passk.jobs;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One session for all tests of a JVM, started by the first that asks, because starting one costs seconds. */
final class SharedSession implements Sessions, AutoCloseable {
    private SparkSession session;

    @Override
    public synchronized SparkSession open(String study) {
        if (session == null) {
            session = Sessions.builder(true)
                    .master("local[2]")
                    .appName("passk tests")
                    .getOrCreate();
        }
        return session;
    }

    /** Does nothing: the next test uses the session. */
    @Override
    public void close(SparkSession given) {}

    /** Stops the session when the last test of the JVM is done. */
    @Override
    public synchronized void close() {
        if (session != null) {
            session.stop();
        }
    }

    /** Gives the session to tests. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedSession.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(SharedSession.class))
                    .getOrComputeIfAbsent(SharedSession.class, key -> new SharedSession(), SharedSession.class);
        }
    }
}
