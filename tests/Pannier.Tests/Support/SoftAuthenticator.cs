using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pannier.Tests.Support;

/// <summary>An authenticator in memory with one ES256 credential, and the browser that speaks for it: WebAuthn level 3, CTAP2's CBOR, and a pseudo-random function.</summary>
internal sealed class SoftAuthenticator(string origin) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private string _handle = "";

    /// <summary>What the browser says it is at.</summary>
    public string Origin { get; set; } = origin;

    /// <summary>Null is the one that is asked for.</summary>
    public string? RelyingParty { get; set; }

    public byte[] Id { get; set; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Rises with each signature.</summary>
    public uint Count { get; set; }

    /// <summary>Whether a PIN, finger or face was given.</summary>
    public bool Verified { get; set; } = true;

    public bool Present { get; set; } = true;

    /// <summary>What the page makes of the function's output for the site's input.</summary>
    public string Key(string options)
    {
        var input = Base64Url.DecodeFromChars(JsonNode.Parse(options)!["extensions"]!["prf"]!["eval"]!["first"]!.GetValue<string>());
        var output = HMACSHA256.HashData(_secret, input);
        return Base64Url.EncodeToString(HKDF.DeriveKey(HashAlgorithmName.SHA256, output, 32, [], Encoding.UTF8.GetBytes("pannier/1/passkey key")));
    }

    /// <summary>Answers creation options.</summary>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _handle = asked["user"]!["id"]!.GetValue<string>();
        var attested = new CborWriter(CborConformanceMode.Ctap2Canonical);
        attested.WriteStartMap(3);
        attested.WriteTextString("fmt");
        attested.WriteTextString("none");
        attested.WriteTextString("attStmt");
        attested.WriteStartMap(0);
        attested.WriteEndMap();
        attested.WriteTextString("authData");
        byte[] data = [.. Data(asked["rp"]!["id"]!.GetValue<string>(), 0x40), .. new byte[16], (byte)(Id.Length >> 8), (byte)Id.Length, .. Id, .. PublicKey()];
        attested.WriteByteString(data);
        attested.WriteEndMap();
        return Json(new { clientDataJSON = Base64Url.EncodeToString(Client("webauthn.create", asked)), attestationObject = Base64Url.EncodeToString(attested.Encode()), transports = (string[])["internal"] });
    }

    /// <summary>Answers request options.</summary>
    public string Show(string options)
    {
        var asked = JsonNode.Parse(options)!;
        Count++;
        var client = Client("webauthn.get", asked);
        var data = Data(asked["rpId"]!.GetValue<string>(), 0);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Json(new { clientDataJSON = Base64Url.EncodeToString(client), authenticatorData = Base64Url.EncodeToString(data), signature = Base64Url.EncodeToString(signature), userHandle = _handle });
    }

    public void Dispose() => _key.Dispose();

    private string Json(object response) =>
        JsonSerializer.Serialize(new { id = Base64Url.EncodeToString(Id), rawId = Base64Url.EncodeToString(Id), type = "public-key", response, clientExtensionResults = new { } });

    private byte[] Client(string type, JsonNode asked) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked["challenge"]!.GetValue<string>(), origin = Origin, crossOrigin = false });

    private byte[] Data(string relyingParty, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(RelyingParty ?? relyingParty)), (byte)(flags | (Present ? 1 : 0) | (Verified ? 4 : 0)), .. count];
    }

    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(false).Q;
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        foreach (var (label, value) in (KeyValuePair<int, int>[])[new(1, 2), new(3, -7), new(-1, 1)])
        {
            cose.WriteInt32(label);
            cose.WriteInt32(value);
        }

        cose.WriteInt32(-2);
        cose.WriteByteString(point.X!);
        cose.WriteInt32(-3);
        cose.WriteByteString(point.Y!);
        cose.WriteEndMap();
        return cose.Encode();
    }
}
