using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

internal sealed record RenameInput(AccountId Account, MailboxId Mailbox, Line Name) : IInput<RenameInput>
{
    public static RenameInput Read(Fields fields) => new(fields.One("account", AccountId.Read), fields.One("mailbox", MailboxId.Read), fields.One("name", Line.Read));
}
