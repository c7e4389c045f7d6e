using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages;

/// <summary>What to do to which messages.</summary>
/// <param name="All">Instead of <paramref name="Messages"/>: every message of this list.</param>
/// <param name="Rows">The list whose rows the messages stand for: with each, its conversation or copies there are meant; null for the messages alone.</param>
/// <param name="To">For move and copy: <c>account-mailbox</c>; for the question which mailbox to use: the answer.</param>
/// <param name="Talk">With each message its whole conversation is meant, as far as that list holds it, whatever rows stand for.</param>
/// <param name="Sure">The answer to "for good?".</param>
internal sealed record ActInput(IReadOnlyList<MessageKey> Messages, ListSpec? All, ListSpec? Rows, Act? Act, Scope? To, Tick Sure, Tick Talk, LocalUrl? Next) : IInput<ActInput>
{
    /// <summary>Where to go on when what <see cref="Next"/> shows is gone with the act; null for the start.</summary>
    public LocalUrl? List { get; init; }

    /// <summary>The most messages one request names or one list hands over.</summary>
    public const int Most = 1_000;

    public static ActInput Read(Fields fields)
    {
        var chosen = fields.Many("message", MessageKey.Read, Most);
        var all = fields.Maybe("all", Scope.Read);
        var rows = fields.Maybe("in", Scope.Read);
        var list = ListSpec.Read(fields, all ?? rows ?? new Scope.Combined(CombinedView.Everything));
        var act = fields.Maybe("act", Choice.Read<Act>);
        var (flag, unflag) = (fields.Maybe("flag", MessageKey.Read), fields.Maybe("unflag", MessageKey.Read)); // a row's own button, whatever is ticked
        var (to, sure, next) = (fields.Maybe("to", Scope.Read), fields.Ticked("sure"), fields.Maybe("next", LocalUrl.Read));
        var back = fields.Maybe("list", LocalUrl.Read);
        var talk = fields.Ticked("talk");
        return (flag ?? unflag) is { } one
            ? new([one], null, flag is null && rows is not null ? list : null, flag is null ? Pannier.Modules.Messages.Act.Unflag : Pannier.Modules.Messages.Act.Flag, null, Tick.Off, talk, next) { List = back }
            : new(chosen, all is null ? null : list, rows is null ? null : list, act, to, sure, talk, next) { List = back };
    }
}
