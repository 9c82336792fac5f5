// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The file of a {@link LinearModel}, little-endian:
 *
 * <pre>
 * bytes       what
 * 4           "GMLM"
 * 4           version, 1
 * 4 x 4       bits, wordNGrams, minCharacters, maxCharacters
 * 2 x (1+n)   negative and positive label: length of 1 to 64, UTF-8
 * 4           bias, float32
 * 4           number of statistics d, then d means, d deviations, d weights, float32
 * 4           number of weights w that are not zero
 * w x 8       bucket, ascending, and weight, float32
 * 32          SHA-256 of everything before
 * </pre>
 *
 * <p>A file is read up to the size that the largest model can have; its digest is checked before
 * anything in it is believed, and no length in it is allocated from before it was checked.
 */
public final class ModelFile {
  private static final int MAGIC = 0x4d4c4d47; // "GMLM", little-endian
  private static final int VERSION = 1;
  private static final int DIGEST_BYTES = 32;
  private static final int MAX_LABEL_BYTES = 64;
  private static final int MAX_HEADER_BYTES = 1 << 12;
  private static final int MAX_BYTES = MAX_HEADER_BYTES + (8 << FeatureSettings.MAX_BITS);

  private ModelFile() {}

  /**
   * Reads a model file.
   *
   * @throws IOException if it cannot be read, or if it is no model file, one of another version, or
   *     damaged
   */
  public static LinearModel load(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return load(in);
    } catch (DamagedModelException e) {
      throw new DamagedModelException(path + ": " + e.getMessage());
    }
  }

  /**
   * Reads a model to the end of the stream, which stays open.
   *
   * @throws IOException as {@link #load(Path)}
   */
  public static LinearModel load(InputStream in) throws IOException {
    byte[] file = in.readNBytes(MAX_BYTES + 1);
    require(file.length <= MAX_BYTES, "longer than any model file");
    require(file.length > 8 + DIGEST_BYTES, "too short, " + file.length + " bytes");
    ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    require(header.getInt() == MAGIC, "does not begin with GMLM");
    int version = header.getInt();
    require(version == VERSION, "version must be " + VERSION + ", was " + version);
    int end = file.length - DIGEST_BYTES;
    byte[] digest = sha256(file, end);
    require(
        Arrays.equals(digest, Arrays.copyOfRange(file, end, file.length)),
        "SHA-256 of its content is not the one at its end");
    try {
      return parse(header.limit(end));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new DamagedModelException("damaged model file: " + e.getMessage());
    }
  }

  private static LinearModel parse(ByteBuffer in) throws IOException {
    FeatureSettings settings =
        new FeatureSettings(in.getInt(), in.getInt(), in.getInt(), in.getInt());
    String negativeLabel = label(in);
    String positiveLabel = label(in);
    float bias = finite(in);
    int statistics = in.getInt();
    require(
        statistics == TextStatistics.COUNT,
        "statistics must be " + TextStatistics.COUNT + ", were " + statistics);
    float[] means = floats(in, statistics);
    float[] deviations = floats(in, statistics);
    float[] denseWeights = floats(in, statistics);
    for (float deviation : deviations) {
      require(deviation > 0, "deviation must be more than 0, was " + deviation);
    }
    int count = in.getInt();
    require(
        count >= 0 && count <= settings.buckets() && in.remaining() == 8L * count,
        count + " weights do not fill " + in.remaining() + " bytes");
    float[] weights = new float[settings.buckets()];
    int last = -1;
    for (int i = 0; i < count; i++) {
      int bucket = in.getInt();
      require(bucket > last && bucket < weights.length, "bucket out of order: " + bucket);
      weights[bucket] = finite(in);
      last = bucket;
    }
    LinearModel.Dense dense = new LinearModel.Dense(means, deviations, denseWeights);
    return new LinearModel(settings, negativeLabel, positiveLabel, bias, dense, weights);
  }

  /** Writes the model; the stream stays open. */
  public static void save(LinearModel model, OutputStream out) throws IOException {
    out.write(encode(model));
  }

  /** The SHA-256 of the model's file, 64 hexadecimal digits; for manifests. */
  public static String digest(LinearModel model) {
    byte[] file = encode(model);
    return HexFormat.of().formatHex(sha256(file, file.length));
  }

  private static byte[] encode(LinearModel model) {
    FeatureSettings settings = model.settings();
    int size = MAX_HEADER_BYTES + 8 * model.nonZeroWeights() + DIGEST_BYTES;
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putInt(VERSION);
    out.putInt(settings.bits()).putInt(settings.wordNGrams());
    out.putInt(settings.minCharacters()).putInt(settings.maxCharacters());
    putLabel(out, model.negativeLabel());
    putLabel(out, model.positiveLabel());
    out.putFloat(model.bias());
    out.putInt(TextStatistics.COUNT);
    putFloats(out, model.dense().means());
    putFloats(out, model.dense().deviations());
    putFloats(out, model.dense().weights());
    out.putInt(model.nonZeroWeights());
    float[] weights = model.weights();
    for (int bucket = 0; bucket < weights.length; bucket++) {
      if (weights[bucket] != 0) {
        out.putInt(bucket).putFloat(weights[bucket]);
      }
    }
    out.put(sha256(out.array(), out.position()));
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void putLabel(ByteBuffer out, String label) {
    byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length > MAX_LABEL_BYTES) {
      throw new IllegalArgumentException("label must have 1 to 64 bytes, was \"" + label + "\"");
    }
    out.put((byte) bytes.length).put(bytes);
  }

  private static String label(ByteBuffer in) throws IOException {
    int length = in.get();
    require(length > 0 && length <= MAX_LABEL_BYTES, "label of " + length + " bytes");
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void putFloats(ByteBuffer out, float[] values) {
    for (float value : values) {
      out.putFloat(value);
    }
  }

  private static float[] floats(ByteBuffer in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = finite(in);
    }
    return values;
  }

  private static float finite(ByteBuffer in) throws IOException {
    float value = in.getFloat();
    require(Float.isFinite(value), "not a finite number");
    return value;
  }

  private static byte[] sha256(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static void require(boolean condition, String message) throws DamagedModelException {
    if (!condition) {
      throw new DamagedModelException("damaged model file: " + message);
    }
  }
}
