package org.passk.spark.stage;

import java.nio.ByteBuffer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.passk.spark.schema.Tables;

/**
 * What a first pass says of a problem, on its way to the second pass, which brings the problems of a run together: rows of
 * run, benchmark, problem, n and an array of numbers.
 */
final class ProblemNumbers {
    /** The columns of the rows. */
    static final StructType SCHEMA = new StructType()
            .add(Tables.RUN_ID, DataTypes.StringType, false)
            .add(Tables.BENCHMARK, DataTypes.StringType, false)
            .add(Tables.PROBLEM_ID, DataTypes.StringType, false)
            .add(Tables.N, DataTypes.LongType, false)
            .add("numbers", DataTypes.BinaryType, false);

    private ProblemNumbers() {}

    /** A row. The key stands in the first three columns of {@code problem}. */
    static Row row(Row problem, long n, double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
        bytes.asDoubleBuffer().put(numbers);
        return RowFactory.create(problem.getString(0), problem.getString(1), problem.getString(2), n, bytes.array());
    }

    /** The numbers of a row. */
    static double[] numbers(Row row) {
        ByteBuffer bytes = ByteBuffer.wrap((byte[]) row.get(4));
        double[] numbers = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }
}
