using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Pannier.Core.Crypto;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Users;
using Pannier.Core.Views;

namespace Pannier.Core.Http;

/// <summary>Anti-forgery tokens, bound to the session, or before sign-in to a cookie of the visitor's own. Nothing is stored.</summary>
/// <remarks>Each page gets the same 32 bytes under a fresh mask, so that compression learns nothing of them (BREACH). After a dot follows whose page it is (<see cref="CsrfOwner"/>).</remarks>
internal sealed class CsrfTokens(SiteKey siteKey, Vault vault, Visit visit)
{
    private const int Size = 32;
    private const string BeforeSignIn = "csrf before sign-in";
    private byte[]? _fresh;
    private (UserId User, string Sealed)? _owner;

    /// <summary>Makes the token for a page, and the visitor's cookie when there is neither session nor cookie yet.</summary>
    public CsrfToken Issue(HttpContext http)
    {
        var expected = ExpectedOfAny(http);
        var masked = new byte[Size * 2];
        RandomNumberGenerator.Fill(masked.AsSpan(0, Size));
        for (var i = 0; i < Size; i++) masked[Size + i] = (byte)(masked[i] ^ expected[i]);
        return new CsrfToken(Base64Url.EncodeToString(masked) + Owner());
    }

    /// <summary>As <see cref="Mark"/>; a visitor who has been shown no page gets their cookie now.</summary>
    public string Visitor(HttpContext http) => Convert.ToHexString(MarkOf(ExpectedOfAny(http)));

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string sent, HttpContext http)
    {
        sent = sent.Split('.')[0]; // whose the page was follows, and is another matter
        if (sent.Length != Base64Url.GetEncodedLength(Size * 2)) return false;

        Span<byte> masked = stackalloc byte[Size * 2];
        if (!Base64Url.IsValid(sent) || !Base64Url.TryDecodeFromChars(sent, masked, out var length) || length != masked.Length) return false;

        for (var i = 0; i < Size; i++) masked[Size + i] ^= masked[i];
        if (visit.Session is { } session) return CryptographicOperations.FixedTimeEquals(masked[Size..], session.CsrfKey);
        return Door(http) is { } door && siteKey.HasSigned(BeforeSignIn, door, masked[Size..]); // also by a key from before a rotation
    }

    /// <summary>What tells this visitor's requests from all others': of the session, or of the cookie before sign-in. Null for a visitor who has been shown no page.</summary>
    public byte[]? Mark(HttpContext http) => Expected(http) is { } expected ? MarkOf(expected) : null;

    private static byte[] MarkOf(byte[] expected) => SHA256.HashData([.. "visitor"u8, .. expected]);

    private byte[] ExpectedOfAny(HttpContext http)
    {
        if (Expected(http) is { } known) return known;

        _fresh = RandomNumberGenerator.GetBytes(Size);
        Cookies.Set(http, Cookies.Door, Base64Url.EncodeToString(_fresh));
        return Expected(http)!; // of the cookie just made
    }

    /// <summary>Whose page it is, after a dot; sealed once a request, however many forms the page has.</summary>
    private string Owner()
    {
        if (visit.Session is not { } session) return "";
        if (_owner?.User != session.User) _owner = (session.User, CsrfOwner.Seal(siteKey, vault, session.User));
        return "." + _owner.Value.Sealed;
    }

    private byte[]? Expected(HttpContext http) => visit.Session is { } session ? session.CsrfKey : Door(http) is { } door ? siteKey.Sign(BeforeSignIn, door) : null;

    /// <summary>The visitor's own cookie; null when there is none.</summary>
    private byte[]? Door(HttpContext http)
    {
        var door = _fresh is null ? Cookies.Read(http, Cookies.Door) : Base64Url.EncodeToString(_fresh);
        return door is { Length: > 0 and <= 64 } ? System.Text.Encoding.ASCII.GetBytes(door) : null;
    }
}
