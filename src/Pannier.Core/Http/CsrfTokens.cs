using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Pannier.Core.Crypto;
using Pannier.Core.Views;

namespace Pannier.Core.Http;

/// <summary>Anti-forgery tokens, bound to the session, or before sign-in to a cookie of the visitor's own. Nothing is stored.</summary>
/// <remarks>Each page gets the same 32 bytes under a fresh mask, so that compression learns nothing of them (BREACH).</remarks>
internal sealed class CsrfTokens(SiteKey siteKey, Visit visit)
{
    private const int Size = 32;
    private byte[]? _fresh;

    /// <summary>Makes the token for a page, and the visitor's cookie when there is neither session nor cookie yet.</summary>
    public CsrfToken Issue(HttpContext http)
    {
        if (Expected(http) is not { } expected)
        {
            _fresh = RandomNumberGenerator.GetBytes(Size);
            Cookies.Set(http, Cookies.Door, Base64Url.EncodeToString(_fresh));
            expected = Expected(http)!; // the cookie just made
        }

        var masked = new byte[Size * 2];
        RandomNumberGenerator.Fill(masked.AsSpan(0, Size));
        for (var i = 0; i < Size; i++) masked[Size + i] = (byte)(masked[i] ^ expected[i]);
        return new CsrfToken(Base64Url.EncodeToString(masked));
    }

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string sent, HttpContext http)
    {
        if (Expected(http) is not { } expected || sent.Length != Base64Url.GetEncodedLength(Size * 2)) return false;

        Span<byte> masked = stackalloc byte[Size * 2];
        if (!Base64Url.TryDecodeFromChars(sent, masked, out var length) || length != masked.Length) return false;

        for (var i = 0; i < Size; i++) masked[Size + i] ^= masked[i];
        return CryptographicOperations.FixedTimeEquals(masked[Size..], expected);
    }

    private byte[]? Expected(HttpContext http)
    {
        if (visit.Session is { } session) return session.CsrfKey;

        var door = _fresh is null ? http.Request.Cookies[Cookies.Door] : Base64Url.EncodeToString(_fresh);
        return door is { Length: > 0 and <= 64 } ? siteKey.Sign("csrf before sign-in", System.Text.Encoding.ASCII.GetBytes(door)) : null;
    }
}
