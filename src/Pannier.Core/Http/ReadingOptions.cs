namespace Pannier.Core.Http;

/// <summary>How messages are shown. Section <c>Reading</c>.</summary>
public sealed record ReadingOptions
{
    /// <summary>The origin that serves message documents, as in <c>https://view.example.org</c>; null serves them from the site's own. It must be one only this program answers.</summary>
    public string? RenderUrl { get; init; }

    /// <summary>Whether a message's document may run our one fixed script, which tells its height. True unless set.</summary>
    public bool FrameScript { get; init; } = true;
}
