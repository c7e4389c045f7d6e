using Pannier.Core.Records;

namespace Pannier.Modules.Compose;

/// <summary>Everybody the person has written to, sealed among their records and nowhere else.</summary>
/// <param name="IsSeeded">Whether the Sent mailboxes were read once.</param>
[RecordKind("correspondents", 1)]
public sealed record CorrespondentList(IReadOnlyList<Correspondent> All, bool IsSeeded)
{
    public static CorrespondentList Empty { get; } = new([], IsSeeded: false);
}
