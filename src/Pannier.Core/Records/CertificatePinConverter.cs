using System.Text.Json;
using System.Text.Json.Serialization;
using Pannier.Mail.Net;

namespace Pannier.Core.Records;

/// <summary>Writes a certificate's fingerprint as its text.</summary>
internal sealed class CertificatePinConverter : JsonConverter<CertificatePin>
{
    public override CertificatePin Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CertificatePin.Read(reader.GetString() ?? "") ?? throw new JsonException("not a fingerprint");

    public override void Write(Utf8JsonWriter writer, CertificatePin value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
