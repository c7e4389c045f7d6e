using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pannier.Core.Crypto;
using Pannier.Core.Text;

namespace Pannier.Core.Http;

/// <summary>Carries what was done over the redirect that follows it, in the notices cookie.</summary>
/// <remarks>
/// The cookie holds key, parts and the finished text, signed with the site's key; one that was not made here is dropped.
/// Whoever shows it shows it as text and removes it: the next page, or its script after a swap.
/// </remarks>
internal sealed class Notices(SiteKey siteKey, WordsOfVisit words)
{
    private const int LongestPart = 200;

    public void Leave(Said said, HttpContext http)
    {
        var note = new Note(said.Key, [.. said.Parts.Select(Stored)], words.Get().Say(said), said.Tone);
        var body = JsonSerializer.SerializeToUtf8Bytes(note, NoteJson.Default.Note);
        Cookies.Set(http, Cookies.Notices, $"{Base64Url.EncodeToString(body)}.{Base64Url.EncodeToString(Sign(body))}");
    }

    /// <summary>The notice left by the answer before, or null; it is gone then.</summary>
    public Said? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookies.Notices] is not { Length: > 0 } cookie) return null;

        Cookies.Remove(http, Cookies.Notices);
        return Read(cookie) is { } note ? new Said(note.Key, [.. note.Parts.Select(Restored)]) { Tone = note.Tone } : null;
    }

    private Note? Read(string cookie)
    {
        if (cookie.Split('.') is not [var body, var signature] || !Base64Url.IsValid(body) || !Base64Url.IsValid(signature)) return null;

        var bytes = Base64Url.DecodeFromChars(body);
        return CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signature), Sign(bytes))
            ? JsonSerializer.Deserialize(bytes, NoteJson.Default.Note)
            : null;
    }

    private byte[] Sign(byte[] body) => siteKey.Sign("notices", body);

    private NotePart Stored(SaidPart part) => part.Value switch
    {
        int number => new(part.Name, "n", number.ToString(CultureInfo.InvariantCulture)),
        Said inner => new(part.Name, "s", Short(words.Get().Say(inner))),
        DateTimeOffset at => new(part.Name, "t", at.ToString("O", CultureInfo.InvariantCulture)),
        var other => new(part.Name, "s", Short(Convert.ToString(other, CultureInfo.InvariantCulture) ?? "")),
    };

    private static SaidPart Restored(NotePart part) => new(part.Name, part.Kind switch
    {
        "n" => int.Parse(part.Value, CultureInfo.InvariantCulture),
        "t" => DateTimeOffset.ParseExact(part.Value, "O", CultureInfo.InvariantCulture),
        _ => part.Value,
    });

    private static string Short(string text) => text.Length <= LongestPart ? text : string.Concat(text.AsSpan(0, LongestPart), "…");
}
