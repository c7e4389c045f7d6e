using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pannier.Core.Sealing;
using Pannier.Tests.Architecture;

namespace Pannier.Tests.Core.Sealing;

/// <summary>Both sides of the key agreement, and the vector that the page's own tests open too (seal.test.ts).</summary>
public sealed class SessionHalfTests
{
    private const string Vector = "tests/Pannier.Page/seal.vector.json";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    [Fact]
    public void A_secret_has_one_half_everywhere_and_another_secret_another()
    {
        var half = SessionHalf.Of(Secret).Public;

        Assert.Equal(half, SessionHalf.Of(Secret).Public);
        Assert.NotEqual(half, SessionHalf.Of(RandomNumberGenerator.GetBytes(32)).Public);
        Assert.Equal(65, Base64Url.DecodeFromChars(half).Length);
    }

    [Fact]
    public void A_point_that_is_not_on_the_curve_agrees_on_nothing()
    {
        byte[] point = [4, .. Enumerable.Repeat((byte)7, 64)];
        var ask = SealAsk.Read($"{Base64Url.EncodeToString(point)}.{Base64Url.EncodeToString(new byte[16])}")!;

        Assert.Null(SessionHalf.Of(Secret).Agree(ask));
    }

    [Fact]
    public void Pages_with_other_keys_agree_on_other_keys()
    {
        var session = SessionHalf.Of(Secret);

        Assert.NotEqual(session.Agree(Ask(new byte[16])), session.Agree(Ask(new byte[16])));
    }

    /// <summary>Written with <c>UPDATE_GOLDEN=1</c>; a change of it means that pages which are open can no longer read what they are sent.</summary>
    [Fact]
    public void The_golden_vector_is_agreed_on_and_opens()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(Path.Combine(SourceTree.Root, Vector), Make());
        using var vector = JsonDocument.Parse(SourceTree.Read(Vector));
        string Text(string name) => vector.RootElement.GetProperty(name).GetString()!;
        byte[] Octets(string name) => Base64Url.DecodeFromChars(Text(name));

        var session = SessionHalf.Of(Octets("secret"));
        var key = session.Agree(SealAsk.Read($"{Text("pageHalf")}.{Text("nonce")}")!)!;

        Assert.Equal(Text("sessionHalf"), session.Public);
        Assert.Equal(Octets("key"), key);
        Assert.Equal("{\"type\":\"text/html; charset=utf-8\",\"next\":\"/next\"}\n" + Text("body"), Inflate(Open(key, Text("bound"), Octets("box"))));
        Assert.Throws<AuthenticationTagMismatchException>(() => Open(key, Text("bound") + " ", Octets("box")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public void Lengths_tell_steps_alone(int length)
    {
        var form = SealedForm.Write("text/html", null, Convert.ToBase64String(RandomNumberGenerator.GetBytes(length)));

        Assert.Equal(0, form.Length % SealedForm.Step);
        Assert.All(form.Skip(1).Take(form[0]), octet => Assert.Equal(0, octet));
    }

    private static SealAsk Ask(byte[] nonce)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return SealAsk.Read($"{Base64Url.EncodeToString(Point(pair))}.{Base64Url.EncodeToString(nonce)}")!;
    }

    private static byte[] Point(ECDiffieHellman pair) => pair.ExportParameters(false).Q is { X: { } x, Y: { } y } ? [4, .. x, .. y] : [];

    private static byte[] Open(byte[] key, string bound, byte[] box)
    {
        var plain = new byte[box.Length - 28];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(box.AsSpan(0, 12), box.AsSpan(12, plain.Length), box.AsSpan(12 + plain.Length), plain, Encoding.UTF8.GetBytes(bound));
        return plain;
    }

    private static string Inflate(byte[] form)
    {
        using var packed = new DeflateStream(new MemoryStream(form, 1 + form[0], form.Length - 1 - form[0]), CompressionMode.Decompress);
        return new StreamReader(packed).ReadToEnd();
    }

    private static string Make()
    {
        using var page = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var (half, nonce, body) = (Base64Url.EncodeToString(Point(page)), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), "<h1>Skål, “Jörg” 👋</h1>");
        var session = SessionHalf.Of(Secret);
        var key = session.Agree(SealAsk.Read($"{half}.{nonce}")!)!;
        var bound = $"pannier seal 1\nanswer\nGET\n/mail/inbox?q=a%20b\n200\n{nonce}";
        return JsonSerializer.Serialize(
            new
            {
                secret = Base64Url.EncodeToString(Secret),
                sessionHalf = session.Public,
                pagePrivate = Base64Url.EncodeToString(page.ExportPkcs8PrivateKey()),
                pageHalf = half,
                nonce,
                key = Base64Url.EncodeToString(key),
                bound,
                body,
                box = Base64Url.EncodeToString(SealedBytes.Seal(key, bound, SealedForm.Write("text/html; charset=utf-8", "/next", body))),
                @event = Convert.ToBase64String(SealedBytes.Seal(key, $"pannier seal 1\nevent\n3\nnews\nrun.7\n{nonce}", "{\"changed\":[]}"u8)),
            },
            Indented) + "\n";
    }
}
