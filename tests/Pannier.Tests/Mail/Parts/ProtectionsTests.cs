using Pannier.Mail;
using Pannier.Mail.Parts;

namespace Pannier.Tests.Mail.Parts;

public sealed class ProtectionsTests
{
    [Theory]
    [InlineData("multipart/signed", "text/plain", "application/pkcs7-signature", Protection.SmimeSigned)]
    [InlineData("multipart/signed", "text/plain", "application/x-pkcs7-signature", Protection.SmimeSigned)]
    [InlineData("multipart/signed", "text/plain", "application/pgp-signature", Protection.PgpSigned)]
    [InlineData("multipart/encrypted", "application/pgp-encrypted", "application/octet-stream", Protection.PgpEncrypted)]
    [InlineData("multipart/mixed", "text/plain", "application/pkcs7-mime", Protection.SmimeWithin)]
    public void Recognises_protection_by_structure(string type, string first, string second, Protection protection) =>
        Assert.Equal([protection], Protections.Of(Part("", type, [Part("1", first, []), Part("2", second, [])])).Select(found => found.Protection));

    [Fact]
    public void An_envelope_is_told_by_its_type() =>
        Assert.Equal([Protection.SmimeEncrypted], Protections.Of(Part("1", "application/pkcs7-mime", []) with { SmimeType = "enveloped-data" }).Select(found => found.Protection));

    [Fact]
    public void What_a_forwarded_message_has_is_its_own() =>
        Assert.Empty(Protections.Of(Part("", "multipart/mixed", [Part("1", "message/rfc822", [Part("1.1", "application/pkcs7-mime", [])])])));

    [Theory]
    [InlineData("Hello\n-----BEGIN PGP MESSAGE-----\nx", Protection.PgpEncryptedText)]
    [InlineData("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256", Protection.PgpSignedText)]
    [InlineData("begin", null)]
    public void Recognises_armor_in_a_text(string text, Protection? protection) => Assert.Equal(protection, Protections.Of(text));

    private static BodyPart Part(string section, string type, IReadOnlyList<BodyPart> children) => new(section, type, null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed, children);
}
