using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pannier.Tests.Support;

/// <summary>A page's side of sealing, done as its script does it: asks, and opens what is answered.</summary>
internal sealed partial class SealedPage : IDisposable
{
    private readonly ECDiffieHellman _pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly TestBrowser _browser;
    private readonly byte[] _key;

    private SealedPage(TestBrowser browser, string sessionHalf)
    {
        _browser = browser;
        var point = Base64Url.DecodeFromChars(sessionHalf);
        using var session = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, _pair.DeriveRawSecretAgreement(session.PublicKey), 32, [], [.. "pannier seal 1"u8, .. Point, .. point]);
    }

    private byte[] Point => _pair.ExportParameters(false).Q is { X: { } x, Y: { } y } ? [4, .. x, .. y] : [];

    /// <summary>Opens a document in a browser and makes its keys.</summary>
    public static async Task<SealedPage> OpenAsync(TestBrowser browser, string path = "/mail/inbox")
    {
        var document = await browser.GetAsync(path);
        return new SealedPage(browser, HalfOfPage().Match(document.Body).Groups[1].Value);
    }

    /// <summary>What a request carries.</summary>
    public SealedAsk Ask()
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        return new SealedAsk($"{Base64Url.EncodeToString(Point)}.{nonce}", nonce);
    }

    /// <summary>A fragment, with what the wire carried.</summary>
    public async Task<SealedReply> GetAsync(string path, string target = "main")
    {
        var ask = Ask();
        var wire = await _browser.GetAsync(path, ("Pannier-Swap", target), ("Pannier-Seal", ask.Header));
        return new SealedReply(wire, Open(wire.Bytes, "GET", path, wire.Status, ask.Nonce));
    }

    public async Task<SealedReply> PostAsync(string path, string target, params (string Name, string Value)[] fields)
    {
        var ask = Ask();
        var wire = await _browser.SendAsync(
            HttpMethod.Post, path, TestBrowser.Form(fields), ("Sec-Fetch-Site", "same-origin"), ("Pannier-Csrf", _browser.Csrf), ("Pannier-Swap", target), ("Pannier-Seal", ask.Header));
        return new SealedReply(wire, Open(wire.Bytes, "POST", path, wire.Status, ask.Nonce));
    }

    /// <exception cref="CryptographicException">It is not the answer to this.</exception>
    public SealedText Open(byte[] box, string method, string path, int status, string nonce)
    {
        var plain = Unseal(box, $"pannier seal 1\nanswer\n{method}\n{path}\n{status}\n{nonce}");
        using var packed = new DeflateStream(new MemoryStream(plain, 1 + plain[0], plain.Length - 1 - plain[0]), CompressionMode.Decompress);
        var text = new StreamReader(packed).ReadToEnd().Split('\n', 2);
        using var head = JsonDocument.Parse(text[0]);
        return new SealedText(Field("type") ?? "", Field("next"), text[1]);

        string? Field(string name) => head.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    /// <exception cref="CryptographicException">It is not this event of this stream.</exception>
    public string OpenEvent(int number, string name, string id, string data, string nonce) =>
        Encoding.UTF8.GetString(Unseal(Convert.FromBase64String(data), $"pannier seal 1\nevent\n{number}\n{name}\n{id}\n{nonce}"));

    public void Dispose() => _pair.Dispose();

    private byte[] Unseal(byte[] box, string bound)
    {
        var plain = new byte[box.Length - 28];
        using var aes = new AesGcm(_key, 16);
        aes.Decrypt(box.AsSpan(0, 12), box.AsSpan(12, plain.Length), box.AsSpan(12 + plain.Length), plain, Encoding.UTF8.GetBytes(bound));
        return plain;
    }

    [GeneratedRegex("<meta name=\"seal\" content=\"([^\"]+)\"")]
    private static partial Regex HalfOfPage();
}
