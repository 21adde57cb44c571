/** The columns of every table, with their types, in one place; and their forms in Parquet and in Spark. */
package org.passk.spark.schema;
