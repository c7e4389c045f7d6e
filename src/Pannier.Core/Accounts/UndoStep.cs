using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Core.Accounts;

/// <summary>What takes back an act, or part of it.</summary>
internal abstract record UndoStep
{
    private UndoStep()
    {
    }

    /// <summary>Another act.</summary>
    internal sealed record Act(MailAction Action, IReadOnlyList<MessageKey> Keys) : UndoStep;

    /// <summary>Brings back what an intent moved, wherever it is by then.</summary>
    /// <param name="To">Where it was moved to.</param>
    /// <param name="Marks">What the messages are known by where a server does not tell.</param>
    internal sealed record Back(Intent Intent, MailboxId To, IReadOnlyDictionary<Uid, MovedMark> Marks) : UndoStep;
}
