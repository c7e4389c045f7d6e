using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using Pannier.Mail;
using Pannier.Mail.Senders;
using Pannier.Tests.Mail.Discovery;

namespace Pannier.Tests.Mail.Senders;

/// <summary>Signatures that MimeKit makes with a key of the test's, found under a name of the test's DNS.</summary>
public sealed class DkimCheckTests
{
    private const string Letter = "From: Shop <deals@shop.example>\r\nTo: ada@orchard.example\r\nSubject: Deals\r\nDate: Tue, 3 Nov 2026 10:00:00 +0100\r\nMessage-ID: <1@shop.example>\r\n\r\nGood day.\r\n";
    private static readonly AsymmetricCipherKeyPair Pair = NewPair();
    private readonly FakeMailDns _dns = new() { Texts = { ["s1._domainkey.shop.example"] = [Record(Pair)] } };

    [Fact]
    public async Task A_valid_signature_of_the_senders_domain_proves_it()
    {
        var signature = Assert.Single(await CheckAsync(Signed()));

        Assert.Equal(SignatureState.Valid, signature.State);
        Assert.True(signature.Proves(HostName.Read("shop.example")));
        Assert.True(signature.Covers("from", "Subject"));
        Assert.False(signature.Covers("List-Unsubscribe"));
        Assert.False(signature.Proves(HostName.Read("other.example")));
        Assert.False(signature.Proves(null));
    }

    [Theory]
    [InlineData("Good day.", "Good day!")]
    [InlineData("Subject: Deals", "Subject: Your account")]
    [InlineData("<deals@shop.example>", "<boss@shop.example>")]
    public async Task What_was_changed_is_told(string was, string now)
    {
        var signature = Assert.Single(await CheckAsync(Signed().Replace(was, now, StringComparison.Ordinal)));

        Assert.Equal(SignatureState.Broken, signature.State);
        Assert.False(signature.Covers("from"));
    }

    [Theory]
    [InlineData]
    [InlineData("v=DKIM1; k=rsa; p=")]
    [InlineData("v=spf1 -all", "nonsense; p=!!!")]
    public async Task A_key_that_is_not_there_is_told(params string[] records)
    {
        _dns.Texts["s1._domainkey.shop.example"] = records;

        Assert.Equal(SignatureState.NoKey, Assert.Single(await CheckAsync(Signed())).State);
    }

    [Fact]
    public async Task The_right_key_is_found_among_other_records()
    {
        _dns.Texts["s1._domainkey.shop.example"] = ["v=spf1 -all", Record(Pair)];

        Assert.Equal(SignatureState.Valid, Assert.Single(await CheckAsync(Signed())).State);
    }

    [Theory]
    [InlineData("DKIM-Signature: v=1; a=rsa-sha256; d=shop.example; s=s1; h=Subject; bh=x; b=x\r\n")]
    [InlineData("DKIM-Signature: nothing\r\n")]
    [InlineData("DKIM-Signature: v=1; a=rot13; c=relaxed/relaxed; d=shop.example; s=s1; h=From; bh=eA==; b=eA==\r\n")]
    public async Task One_that_cannot_be_read_is_told(string header) =>
        Assert.Equal(SignatureState.Unreadable, Assert.Single(await CheckAsync(header + Letter)).State);

    [Fact]
    public async Task A_domain_that_is_none_is_not_asked_for() =>
        Assert.NotEqual(SignatureState.Valid, Assert.Single(await CheckAsync("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=127.0.0.1; s=s1; h=From:To; bh=eA==; b=eA==\r\n" + Letter)).State);

    [Fact]
    public async Task No_more_than_five_are_looked_at() =>
        Assert.Equal(DkimCheck.MostSignatures, (await CheckAsync(string.Concat(Enumerable.Repeat("DKIM-Signature: nothing\r\n", 30)) + Letter)).Count);

    [Fact]
    public void Tags_are_read_from_any_text()
    {
        var tags = DkimTags.Read("v=1; d = Shop.Example ; h=From : To; l=10; =; x");

        Assert.Equal(("shop.example", true), (tags.Domain?.Value, tags.IsPartial));
        Assert.Equal(["From", "To"], tags.Headers);
        Assert.Null(DkimTags.Read("").Domain);
    }

    private static string Signed()
    {
        using var message = MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(Letter)), CancellationToken.None);
        var signer = new DkimSigner(Pair.Private, "shop.example", "s1") { HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed, BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed };
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        message.Prepare(EncodingConstraint.SevenBit);
        signer.Sign(options, message, [HeaderId.From, HeaderId.Subject, HeaderId.Date]);
        using var signed = new MemoryStream();
        message.WriteTo(options, signed, CancellationToken.None);
        return Encoding.UTF8.GetString(signed.ToArray());
    }

    private async Task<IReadOnlyList<CheckedSignature>> CheckAsync(string message)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(message));
        return await new DkimCheck(_dns).CheckAsync(stream, TestContext.Current.CancellationToken);
    }

    private static AsymmetricCipherKeyPair NewPair()
    {
        var generator = new RsaKeyPairGenerator();
        generator.Init(new RsaKeyGenerationParameters(BigInteger.ValueOf(65537), new SecureRandom(), 2048, 80));
        return generator.GenerateKeyPair();
    }

    private static string Record(AsymmetricCipherKeyPair pair) =>
        "v=DKIM1; k=rsa; p=" + Convert.ToBase64String(SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(pair.Public).GetDerEncoded());
}
