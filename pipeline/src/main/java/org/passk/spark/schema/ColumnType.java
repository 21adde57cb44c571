package org.passk.spark.schema;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The types that columns have, with their forms in Parquet and in Spark. */
public enum ColumnType {
    /** UTF-8 text. */
    STRING(PrimitiveTypeName.BINARY),
    /** 64-bit integer. */
    LONG(PrimitiveTypeName.INT64),
    /** 32-bit integer. */
    INT(PrimitiveTypeName.INT32),
    /** 64-bit floating point number. */
    DOUBLE(PrimitiveTypeName.DOUBLE),
    /** True or false. */
    BOOLEAN(PrimitiveTypeName.BOOLEAN),
    /** Bytes. */
    BINARY(PrimitiveTypeName.BINARY);

    private final PrimitiveTypeName parquet;

    ColumnType(PrimitiveTypeName parquet) {
        this.parquet = parquet;
    }

    DataType spark() {
        return switch (this) {
            case STRING -> DataTypes.StringType;
            case LONG -> DataTypes.LongType;
            case INT -> DataTypes.IntegerType;
            case DOUBLE -> DataTypes.DoubleType;
            case BOOLEAN -> DataTypes.BooleanType;
            case BINARY -> DataTypes.BinaryType;
        };
    }

    Type parquet(String name, boolean optional) {
        var builder = Types.primitive(parquet, optional ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED);
        return (this == STRING ? builder.as(LogicalTypeAnnotation.stringType()) : builder).named(name);
    }

    void write(RecordConsumer consumer, Object value) {
        switch (this) {
            case STRING -> consumer.addBinary(encode((String) value));
            case LONG -> consumer.addLong((Long) value);
            case INT -> consumer.addInteger((Integer) value);
            case DOUBLE -> consumer.addDouble((Double) value);
            case BOOLEAN -> consumer.addBoolean((Boolean) value);
            case BINARY -> consumer.addBinary(Binary.fromConstantByteArray((byte[]) value));
        }
    }

    /** A text in UTF-8: the bytes themselves are cheaper to hash and compare than the buffer of Parquet's own encoder. */
    static Binary encode(String text) {
        return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
