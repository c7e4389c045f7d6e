using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pannier.Mail.Net;

/// <summary>One certificate, known by the SHA-256 of all its octets. 64 lower-case hexadecimal digits as text.</summary>
public sealed record CertificatePin
{
    private CertificatePin(string value) => Value = value;

    public string Value { get; }

    /// <summary>As people compare it: groups of four digits, <c>AB12 34CD …</c>.</summary>
    public string Shown => string.Join(' ', Value.ToUpperInvariant().Chunk(4).Select(group => new string(group)));

    public static CertificatePin Of(X509Certificate certificate) => new(Convert.ToHexStringLower(SHA256.HashData(certificate.GetRawCertData())));

    /// <summary>Null when the text is not 64 lower-case hexadecimal digits.</summary>
    public static CertificatePin? Read(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;

    public override string ToString() => Value;
}
