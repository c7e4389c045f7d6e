using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pannier.Core.Records;

/// <summary>Writes a value as its own text and reads it by its own rules.</summary>
internal sealed class TextConverter<T>(Func<string, T?> read, Func<T, string> show) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && read(text) is { } value ? value : throw new JsonException($"not a {typeof(T).Name}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(show(value));
}
