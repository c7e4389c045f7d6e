using System.Buffers.Text;
using System.Text.Json;

namespace Pannier.Core.Factors;

/// <summary>What a browser says about a passkey: a PublicKeyCredential as JSON (WebAuthn level 3), at most 32,768 characters.</summary>
/// <remarks>It holds no secret: the page cuts out what the passkey gave for keys, and no more of it is looked at than the protocol's own parts.</remarks>
public sealed record PasskeyAnswer
{
    private const int Longest = 32 * 1024;
    private const int LongestId = 1023; // octets, says the standard

    private PasskeyAnswer(string json, byte[] credentialId) => (Json, CredentialId) = (json, credentialId);

    internal string Json { get; }

    internal byte[] CredentialId { get; }

    /// <summary>Null when it is no JSON object with an <c>id</c> in base64url.</summary>
    public static PasskeyAnswer? Read(string text)
    {
        if (text.Length > Longest) return null;
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 8 });
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                && id.GetString() is { Length: > 0 } name
                && Base64Url.IsValid(name, out var size)
                && size is > 0 and <= LongestId
                    ? new PasskeyAnswer(text, Base64Url.DecodeFromChars(name))
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => "a passkey's answer";
}
