// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.table.ChannelInput;
import java.io.IOException;

/**
 * Tells whose fault it is that the Parquet library threw.
 *
 * <p>On damaged bytes it throws exceptions of any type, recurses without bound, and allocates what
 * a few bytes claim to hold.
 */
final class ParquetFault {
  private ParquetFault() {}

  /**
   * The file's fault.
   *
   * @param honestBytes heap that a file which tells the truth needs at most at this point
   * @throws IOException if the channel failed, which is not the file's fault
   * @throws OutOfMemoryError if it is one, and the heap, collected just now, has no room for {@code
   *     honestBytes}: then memory is short and nothing is known of the file
   */
  static BadRecordException of(Throwable fault, ChannelInput input, long honestBytes)
      throws IOException {
    if (input.failure().isPresent()) {
      throw input.failure().get();
    }
    if (fault instanceof BadRecordException told) {
      return told;
    }
    if (fault instanceof OutOfMemoryError shortage) {
      Runtime heap = Runtime.getRuntime();
      if (heap.maxMemory() - heap.totalMemory() + heap.freeMemory() < honestBytes) {
        throw shortage;
      }
      return new BadRecordException("parquet_damaged", "it claims more than memory can hold");
    }
    if (fault instanceof StackOverflowError) {
      return new BadRecordException("parquet_damaged", "it is nested too deeply");
    }
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = told(fault);
    return new BadRecordException(
        "parquet_damaged", cause == fault ? message : message + ": " + told(cause));
  }

  private static String told(Throwable fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }
}
