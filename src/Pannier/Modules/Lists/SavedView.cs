using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>A combined view of the person's own making: chosen mailboxes, a kept search, or both.</summary>
/// <param name="Mailboxes">Empty for those of Everything.</param>
/// <param name="Search">As typed; empty for all messages.</param>
[RecordKind("view", 1)]
public sealed record SavedView(ViewId Id, string Name, IReadOnlyList<Scope.One> Mailboxes, string Search)
{
    public const int LongestName = 60;
    public const int MostViews = 50;
}
