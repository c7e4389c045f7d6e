using System.Buffers.Text;
using System.Text;
using Pannier.Core.Crypto;

namespace Pannier.Core.Http;

/// <summary>Signs texts that leave the site and come back, under its key: that one was made here is all it says. It holds no secret, opens nothing and never grows old.</summary>
public sealed class SignedTexts
{
    private readonly SiteKey _key;

    internal SignedTexts(SiteKey key) => _key = key;

    /// <summary>Base64url.</summary>
    /// <param name="purpose">One signed for another purpose is none.</param>
    public string Sign(string purpose, string text) => Base64Url.EncodeToString(_key.Sign("text-" + purpose, Encoding.UTF8.GetBytes(text)));

    public bool HasSigned(string purpose, string text, string signature) =>
        Base64Url.IsValid(signature) && _key.HasSigned("text-" + purpose, Encoding.UTF8.GetBytes(text), Base64Url.DecodeFromChars(signature));
}
