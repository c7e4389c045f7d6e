using Pannier.Core;

namespace Pannier.Modules.Compose;

/// <summary>All files of a message being written.</summary>
public sealed record AttachedFiles(DraftId Draft, IReadOnlyList<FileLine> Files) : INext
{
    public LocalUrl Next => LocalUrl.Of($"/compose/{Draft}");

    public Said? Notice => null;
}
