using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pannier.Core.Crypto;
using Pannier.Core.Sealing;
using Pannier.Core.Text;

namespace Pannier.Core.Http;

/// <summary>Carries what was done over the redirect that follows it, in the notices cookie.</summary>
/// <remarks>
/// The cookie holds key, parts and the finished text, signed with the site's key; one that was not made here is dropped.
/// Whoever shows it shows it as text and removes it: the next page, or its script after a swap. Where answers are sealed it is
/// sealed too, under a key of the session, and only the next page shows it.
/// </remarks>
internal sealed class Notices(SiteKey siteKey, WordsOfVisit words, Vault vault, Visit visit, AnswerSeal seal)
{
    private const int LongestPart = 200;
    private const string Purpose = "notices";
    private const string SealedMark = "sealed.";
    private static readonly AssociatedData Bound = new("", "notice", "", 1);

    public void Leave(Said said, NoticeAct? act, HttpContext http)
    {
        var note = new Note(said.Key, [.. said.Parts.Select(Stored)], words.Get().Say(said), said.Tone, act is null ? null : new NoteAct(act.Url.Value, act.Label, act.Name, act.Value));
        var body = JsonSerializer.SerializeToUtf8Bytes(note, NoteJson.Default.Note);
        if (seal.IsOn)
        {
            using var key = SealKey();
            Cookies.Set(http, Cookies.Notices, SealedMark + Base64Url.EncodeToString(vault.Seal(key, Bound, body)));
            return;
        }

        Cookies.Set(http, Cookies.Notices, $"{Base64Url.EncodeToString(body)}.{Base64Url.EncodeToString(siteKey.Sign(Purpose, body))}");
    }

    /// <summary>The notice left by the answer before, or null; it is gone then.</summary>
    public LeftNotice? Take(HttpContext http)
    {
        if (Cookies.Read(http, Cookies.Notices) is not { } cookie) return null;

        Cookies.Remove(http, Cookies.Notices);
        if (Read(cookie) is not { } note) return null;
        var act = note.Act is { } kept && LocalUrl.Read(kept.Url) is { } url ? new NoticeAct(url, kept.Label, kept.Name, kept.Value) : null;
        return new LeftNotice(new Said(note.Key, [.. note.Parts.Select(Restored)]) { Tone = note.Tone }, act, LocalUrl.Read(http.Request.Path + http.Request.QueryString) ?? LocalUrl.Home);
    }

    private Note? Read(string cookie)
    {
        if (cookie.StartsWith(SealedMark, StringComparison.Ordinal)) return Unseal(cookie[SealedMark.Length..]);
        if (cookie.Split('.') is not [var body, var signature] || !Base64Url.IsValid(body) || !Base64Url.IsValid(signature)) return null;

        var bytes = Base64Url.DecodeFromChars(body);
        return siteKey.HasSigned(Purpose, bytes, Base64Url.DecodeFromChars(signature))
            ? JsonSerializer.Deserialize(bytes, NoteJson.Default.Note)
            : null;
    }

    private Note? Unseal(string text)
    {
        if (visit.Session is null || !Base64Url.IsValid(text)) return null;

        using var key = SealKey();
        try
        {
            return JsonSerializer.Deserialize(vault.Open(key, Bound, Base64Url.DecodeFromChars(text)), NoteJson.Default.Note);
        }
        catch (BoxRefused)
        {
            return null; // another session's, or changed on the way
        }
    }

    private BoxKey SealKey()
    {
        using var own = BoxKey.Of(0, visit.Required.Seal.Key);
        return own.Derive("notices");
    }

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
