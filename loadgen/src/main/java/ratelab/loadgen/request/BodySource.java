package ratelab.loadgen.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;

/** What the requests of a run carry. */
public sealed interface BodySource {
  /** The body of one request; empty for none. */
  Optional<RequestBody> body(Fill fill);

  /** Whether every request carries the same. */
  boolean isConstant();

  /** The bytes alone: the type is a header like any other here, and -T may change it. */
  private static RequestBody plain(RequestBody body) {
    try (Buffer bytes = new Buffer()) {
      body.writeTo(bytes);
      return RequestBody.create(bytes.readByteString(), null);
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory cannot fail", e);
    }
  }

  /** Nothing. */
  record None() implements BodySource {
    @Override
    public Optional<RequestBody> body(Fill fill) {
      return Optional.empty();
    }

    @Override
    public boolean isConstant() {
      return true;
    }
  }

  /** The same bytes for all. */
  record Bytes(ByteString bytes) implements BodySource {
    @Override
    public Optional<RequestBody> body(Fill fill) {
      return Optional.of(RequestBody.create(bytes, null));
    }

    @Override
    public boolean isConstant() {
      return true;
    }
  }

  /** Texts that serve the requests in turn. */
  record Texts(List<Template> texts) implements BodySource {
    public Texts {
      texts = List.copyOf(texts);
    }

    @Override
    public Optional<RequestBody> body(Fill fill) {
      String text = texts.get(fill.row(texts.size())).text(fill);
      return Optional.of(RequestBody.create(text.getBytes(StandardCharsets.UTF_8), null));
    }

    @Override
    public boolean isConstant() {
      return texts.size() == 1 && texts.getFirst().isLiteral();
    }
  }

  /** A field of a form. */
  sealed interface Field {
    /** Its name. */
    String name();

    /** A value. */
    record Value(String name, Template value) implements Field {}

    /** A file's content. */
    record Upload(String name, String fileName, ByteString content) implements Field {}
  }

  /** Fields as {@code application/x-www-form-urlencoded}. */
  record Form(List<Field.Value> fields) implements BodySource {
    public Form {
      fields = List.copyOf(fields);
    }

    @Override
    public Optional<RequestBody> body(Fill fill) {
      FormBody.Builder form = new FormBody.Builder();
      fields.forEach(field -> form.add(field.name(), field.value().text(fill)));
      return Optional.of(plain(form.build()));
    }

    @Override
    public boolean isConstant() {
      return fields.stream().allMatch(field -> field.value().isLiteral());
    }
  }

  /** Fields and files as {@code multipart/form-data}, always with the same boundary. */
  record Multipart(String boundary, List<Field> fields) implements BodySource {
    public Multipart {
      fields = List.copyOf(fields);
    }

    @Override
    public Optional<RequestBody> body(Fill fill) {
      MultipartBody.Builder form = new MultipartBody.Builder(boundary).setType(MultipartBody.FORM);
      for (Field field : fields) {
        switch (field) {
          case Field.Value text -> form.addFormDataPart(text.name(), text.value().text(fill));
          case Field.Upload file ->
              form.addFormDataPart(
                  file.name(), file.fileName(), RequestBody.create(file.content(), null));
        }
      }
      return Optional.of(plain(form.build()));
    }

    @Override
    public boolean isConstant() {
      List<Template> values = new ArrayList<>();
      for (Field field : fields) {
        if (field instanceof Field.Value text) {
          values.add(text.value());
        }
      }
      return values.stream().allMatch(Template::isLiteral);
    }
  }
}
