using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages;

/// <summary>What to do to which messages.</summary>
/// <param name="All">Instead of <paramref name="Messages"/>: every message of this list.</param>
/// <param name="To">For move and copy: <c>account-mailbox</c>; for the question which mailbox to use: the answer.</param>
/// <param name="Sure">The answer to "for good?".</param>
internal sealed record ActInput(IReadOnlyList<MessageKey> Messages, Scope? All, Line? Search, Act? Act, Scope? To, Tick Sure, LocalUrl? Next) : IInput<ActInput>
{
    /// <summary>The most messages one request names or one list hands over.</summary>
    public const int Most = 1_000;

    public static ActInput Read(Fields fields)
    {
        var chosen = fields.Many("message", MessageKey.Read, Most);
        var (all, search) = (fields.Maybe("all", Scope.Read), fields.Maybe("q", SearchText.Read));
        var act = fields.Maybe("act", Choice.Read<Act>);
        var (flag, unflag) = (fields.Maybe("flag", MessageKey.Read), fields.Maybe("unflag", MessageKey.Read)); // a row's own button, whatever is ticked
        var (to, sure, next) = (fields.Maybe("to", Scope.Read), fields.Ticked("sure"), fields.Maybe("next", LocalUrl.Read));
        return (flag ?? unflag) is { } one
            ? new([one], null, null, flag is null ? Pannier.Modules.Messages.Act.Unflag : Pannier.Modules.Messages.Act.Flag, null, Tick.Off, next)
            : new(chosen, all, search, act, to, sure, next);
    }
}
