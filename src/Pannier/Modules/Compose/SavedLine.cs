using Pannier.Core;

namespace Pannier.Modules.Compose;

/// <summary>That it is saved, when, and as which edition.</summary>
public sealed record SavedLine(DraftId Draft, int Version, DateTimeOffset At) : INext
{
    public LocalUrl Next => LocalUrl.Of($"/compose/{Draft}");

    public Said? Notice => Said.Of("compose.kept");
}
