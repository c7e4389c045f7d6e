using Pannier.Mail.Text;

namespace Pannier.Mail.Tracking;

/// <summary>A link whose tracking parameters were cut.</summary>
/// <param name="Original">As it was sent.</param>
/// <param name="Cut">Where it leads now.</param>
public sealed record CutLink(WebUrl Original, WebUrl Cut)
{
    /// <summary>Cuts what only counts readers; null when nothing of that stands in it. All else stays as it was, in its order and encoding.</summary>
    public static CutLink? Of(WebUrl address)
    {
        var text = address.Value.AsSpan();
        var fragment = text.IndexOf('#') is >= 0 and var hash ? text[hash..] : [];
        text = text[..(text.Length - fragment.Length)];
        var question = text.IndexOf('?');
        if (question < 0) return null;

        var (kept, cut) = (new List<string>(), 0);
        var query = text[(question + 1)..];
        foreach (var range in query.Split('&'))
        {
            var part = query[range];
            var end = part.IndexOf('=');
            if (TrackingParameters.Has(end < 0 ? part : part[..end])) cut++;
            else kept.Add(part.ToString());
        }

        if (cut == 0) return null;

        var shorter = string.Concat(text[..question], kept.Count == 0 ? "" : "?" + string.Join('&', kept), fragment);
        return WebUrl.Read(shorter) is { } read ? new(address, read) : null;
    }
}
