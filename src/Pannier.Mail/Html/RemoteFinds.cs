using Pannier.Mail.Html.Values;
using Pannier.Mail.Text;

namespace Pannier.Mail.Html;

/// <summary>Collects the pictures on other servers that a message refers to, and gives those an address that the caller lets in.</summary>
internal sealed class RemoteFinds(FindRemote door)
{
    private readonly Dictionary<string, RemotePicture> _pictures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _views = new(StringComparer.Ordinal);

    /// <summary>Each address once, in the order of the message.</summary>
    public IReadOnlyList<RemotePicture> All => [.. _pictures.Values];

    /// <summary>The view addresses handed out: all that a <c>url()</c> may hold.</summary>
    public IReadOnlySet<string> Views => _views;

    /// <summary>How many references are shown, and so do not count as blocked.</summary>
    public int Given { get; set; }

    /// <param name="address">As the message has it; null and what is no web address give null.</param>
    public PictureSource? Find(string? address, RemoteUse use)
    {
        if (address is null || Read(address) is not { } url) return null;

        var picture = new RemotePicture(url, use);
        if (!_pictures.TryGetValue(url.Value, out var before) || before.Use is RemoteUse.Dot) _pictures[url.Value] = picture; // seen in one place is seen
        if (picture.Tracker is not null || door(picture) is not { } view) return null;

        Given++;
        _views.Add(view);
        return PictureSource.Of(view);
    }

    public PictureSource? Background(string address) => Find(address, RemoteUse.Background);

    private static WebUrl? Read(string address)
    {
        var clean = LinkTarget.Clean(address);
        return WebUrl.Read(clean.StartsWith("//", StringComparison.Ordinal) ? "https:" + clean : clean);
    }
}
