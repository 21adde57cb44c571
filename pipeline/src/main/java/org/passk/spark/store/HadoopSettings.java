package org.passk.spark.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/** Hadoop's configuration in a form that travels to executors. */
public final class HadoopSettings implements Serializable {
    private static final long serialVersionUID = 1;

    private transient Configuration configuration;

    /**
     * Wraps a configuration.
     *
     * @param configuration as the session has it
     */
    public HadoopSettings(Configuration configuration) {
        this.configuration = new Configuration(configuration);
    }

    /** The configuration; not to be changed. */
    public Configuration configuration() {
        return configuration;
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        configuration.write(new DataOutputStream(out));
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        configuration = new Configuration(false);
        configuration.readFields(new DataInputStream(in));
    }
}
