using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pannier.Core.Records;

/// <summary>Writes a blob's id as its text.</summary>
internal sealed class BlobIdConverter : JsonConverter<BlobId>
{
    public override BlobId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        BlobId.Read(reader.GetString() ?? "") ?? throw new JsonException("not a blob id");

    public override void Write(Utf8JsonWriter writer, BlobId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
