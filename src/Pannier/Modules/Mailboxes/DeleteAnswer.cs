using Pannier.Core;
using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

/// <summary>What comes of deleting a mailbox: a question first, then done.</summary>
public abstract record DeleteAnswer
{
    private DeleteAnswer()
    {
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : DeleteAnswer, INext;

    /// <param name="Messages">How many messages would go with it; null when not known.</param>
    public sealed record AskSure(AccountId Account, MailboxId Mailbox, Said Name, int? Messages) : DeleteAnswer, ITitled
    {
        public Said Title => Said.Of("mailboxes.delete.title", "name", Name);

        public LocalUrl BackUrl => LocalUrl.Of($"/accounts/{Account}/mailboxes");

        public LocalUrl DeleteUrl => LocalUrl.Of($"/accounts/{Account}/mailboxes/delete");
    }
}
