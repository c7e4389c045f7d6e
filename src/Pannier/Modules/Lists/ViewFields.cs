using Pannier.Core.Http;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>A view as typed; judged later, so that a slip loses nothing.</summary>
public sealed record ViewFields(string Name, string Search, IReadOnlyList<Scope> Mailboxes)
{
    private const int Most = 500;

    internal static ViewFields Of(SavedView view) => new(view.Name, view.Search, [.. view.Mailboxes]);

    internal static ViewFields Read(Fields fields) => new(
        fields.Maybe("name", Line.Read)?.Value.Trim() ?? "",
        fields.Maybe("q", SearchText.Read)?.Value.Trim() ?? "",
        fields.Many("mailbox", Scope.Read, Most));
}
