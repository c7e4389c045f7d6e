using Pannier.Mail.Text;

namespace Pannier.Mail.Html;

/// <summary>What a body may show beyond its text, and how its links are written.</summary>
/// <param name="Cids">View addresses of the message's own pictures, by Content-ID without angle brackets (RFC 2392).</param>
public sealed record BodyWishes(IReadOnlyDictionary<string, string> Cids)
{
    /// <summary>Pictures on other servers; none unless set.</summary>
    public FindRemote Remote { get; init; } = _ => null;

    /// <summary>What the fold over the quoted end of an answer says; null to fold nothing.</summary>
    public string? QuoteLabel { get; init; }

    /// <summary>Whether each link carries where it leads, for the view document to show.</summary>
    public LinkNames NamesHosts { get; init; }

    /// <summary>Where a misleading link leads instead; null to leave it.</summary>
    public Func<WebUrl, WebUrl>? Detour { get; init; }

    public LinkCare Links { get; init; } = LinkCare.AsSent;
}
