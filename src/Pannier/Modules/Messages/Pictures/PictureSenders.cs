using Pannier.Core.Records;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>All senders whose pictures are loaded, in one record: its name says nothing of them.</summary>
[RecordKind("picture-senders", 1)]
public sealed record PictureSenders(IReadOnlyList<PictureSender> All)
{
    public static PictureSenders None { get; } = new([]);
}
