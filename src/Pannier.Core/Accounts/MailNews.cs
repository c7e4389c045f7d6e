using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.News;

namespace Pannier.Core.Accounts;

/// <summary>News of the person's mirror.</summary>
internal sealed class MailNews(MailOfVisit mail) : IMailNews
{
    public NewsPlace Here => HereOf(mail.Get().Mirror);

    public async Task<MirrorNews?> AfterAsync(NewsPlace place, CancellationToken cancellation)
    {
        var person = mail.Get();
        using var open = person.Watch();
        return await AfterAsync(person.Mirror, place, cancellation);
    }

    internal static NewsPlace HereOf(PersonMirror mirror) => new(mirror.Life, mirror.Current.Number);

    internal static async Task<MirrorNews?> AfterAsync(PersonMirror mirror, NewsPlace place, CancellationToken cancellation)
    {
        if (place.Life != mirror.Life || place.Version > mirror.Current.Number) return null;

        var seen = place.Version;
        while (true)
        {
            var version = await mirror.NextAsync(seen, cancellation);
            if (mirror.News.Since(place.Version) is not { } news) return null;
            if (!news.IsEmpty) return news;
            seen = version.Number; // nothing anybody would see
        }
    }
}
