using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Messages;

/// <summary>What to do to which messages.</summary>
/// <param name="All">Instead of <paramref name="Messages"/>: every message of this list.</param>
/// <param name="To">For move and copy: <c>account-mailbox</c>; for the question which mailbox to use: the answer.</param>
/// <param name="Sure">The answer to "for good?".</param>
internal sealed record ActInput(IReadOnlyList<MessageKey> Messages, Scope? All, Line? Search, Act Act, Scope? To, Tick Sure, LocalUrl? Next) : IInput<ActInput>
{
    /// <summary>The most messages one request names or one list hands over.</summary>
    public const int Most = 1_000;

    public static ActInput Read(Fields fields) => new(
        fields.Many("message", MessageKey.Read, Most),
        fields.Maybe("all", Scope.Read),
        fields.Maybe("q", Line.Read),
        fields.One("act", Choice.Read<Act>),
        fields.Maybe("to", Scope.Read),
        fields.Ticked("sure"),
        fields.Maybe("next", LocalUrl.Read));
}
