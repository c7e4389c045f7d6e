using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Mail;

namespace Pannier.Modules.Messages;

/// <summary>What comes of an action: done, a question, or a report of what failed.</summary>
public abstract record ActAnswer
{
    private ActAnswer()
    {
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : ActAnswer, INext
    {
        /// <summary>Takes it back; null when it cannot be.</summary>
        public UndoId? Undo { get; init; }

        public NoticeAct? Act => Undo is { } undo ? new NoticeAct(LocalUrl.Of("/messages/undo"), "act.undo", "undo", undo.ToString()) : null;
    }

    /// <summary>Asks before something is removed for good.</summary>
    /// <param name="Messages">All that the act is for.</param>
    /// <param name="ForGood">How many of them would be gone for good: those in Trash already, or all.</param>
    public sealed record AskSure(IReadOnlyList<MessageKey> Messages, int ForGood, Act Act, LocalUrl NextUrl) : ActAnswer, ITitled
    {
        public Said Title => Said.Of("act.sure.title", "count", ForGood);
    }

    /// <summary>Asks where they go: for move and copy, and where the account has no mailbox of the role; nothing is expunged instead.</summary>
    /// <param name="Why">Why it is asked; null when the person asked for it.</param>
    public sealed record AskMailbox(IReadOnlyList<MessageKey> Messages, Act Act, Said Question, Said? Why, IReadOnlyList<TargetAccount> Accounts, LocalUrl NextUrl) : ActAnswer, ITitled
    {
        public Said Title => Question;

        /// <summary>What failed for another reason meanwhile; empty when nothing did.</summary>
        public IReadOnlyList<FailedMessage> Failed { get; init; } = [];
    }

    /// <summary>Says which messages were not done and why.</summary>
    public sealed record Report(int DoneCount, IReadOnlyList<FailedMessage> Failed, LocalUrl NextUrl) : ActAnswer, ITitled
    {
        public Said Title => Said.Of("act.failed", "count", Failed.Count);
    }
}
