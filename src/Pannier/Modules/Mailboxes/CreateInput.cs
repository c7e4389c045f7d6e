using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

/// <param name="Under">The mailbox it is made in; null at the top.</param>
internal sealed record CreateInput(AccountId Account, Line Name, MailboxId? Under) : IInput<CreateInput>
{
    public static CreateInput Read(Fields fields) => new(fields.One("account", AccountId.Read), fields.One("name", Line.Read), fields.Maybe("under", MailboxId.Read));
}
