using Pannier.Core.Http;
using Pannier.Core.Views;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Which list, and which page of it.</summary>
/// <param name="At">The page that begins with this day, instead of a cursor; null for none.</param>
/// <param name="Wait">Wait for what servers find after this step; null to wait for all of them a moment.</param>
/// <param name="Typing">Somebody is still typing: servers are not asked yet.</param>
internal sealed record ListInput(ListSpec List, PagePlace Place, DateOnly? At, int? Wait, Tick Typing) : IInput<ListInput>
{
    /// <summary>The message that is open beside it: its row is marked, and the page is one that holds it, if any does. Null for none.</summary>
    public MessageKey? Open { get; init; }

    public ListPart Part { get; init; }

    public static ListInput Plain(Scope scope) => new(ListSpec.Of(scope), PagePlace.First, null, null, Tick.Off);

    public static ListInput Read(Fields fields)
    {
        var list = ListSpec.Read(fields, fields.One("scope", Scope.Read));
        var (after, before) = (fields.Maybe("after", Cursor.Read), fields.Maybe("before", Cursor.Read));
        var place = after is not null ? PagePlace.After(after) : before is not null ? new PagePlace(before, PageSide.Before) : PagePlace.First;
        return new ListInput(list, place, fields.Maybe("at", Day.Read), fields.Maybe("wait", Step.Read), fields.Ticked("typing"))
        {
            Open = fields.Maybe("open", MessageKey.Read),
            Part = fields.Target == Panes.ListId ? ListPart.Beside : ListPart.Whole,
        };
    }
}
