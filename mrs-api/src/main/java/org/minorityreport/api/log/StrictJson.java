package org.minorityreport.api.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Checks bytes that anybody may have made: one value of JSON in UTF-8, no name twice. */
final class StrictJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private StrictJson() {}

  /**
   * Reads every token to its end.
   *
   * @throws ContractException if the bytes are anything else
   */
  static void check(byte[] json) {
    requireUtf8(json);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      checkValue(parser);
      if (parser.nextToken() != null) {
        throw new ContractException("something follows the object");
      }
    } catch (JacksonException e) {
      @Nullable TokenStreamLocation place = e.getLocation();
      String at = place == null ? "" : ", at byte " + place.getByteOffset();
      throw new ContractException(e.getOriginalMessage() + at, e);
    } catch (NumberFormatException e) {
      throw new ContractException("a number is too large or too small to be read again", e);
    }
  }

  private static void checkValue(JsonParser parser) {
    int depth = 0;
    do {
      JsonToken token = parser.currentToken();
      if (token == null) {
        throw new ContractException("no value");
      } else if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING) {
        parser.finishToken(); // a text is read lazily
      } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
        parser.getDecimalValue(); // an exponent may be more than anybody can read again
      }
    } while (depth > 0 && parser.nextToken() != null);
  }

  /** The parser takes some sequences that no other reader does, such as halves of a pair. */
  private static void requireUtf8(byte[] json) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
    } catch (CharacterCodingException e) {
      throw new ContractException("it is not UTF-8", e);
    }
  }
}
