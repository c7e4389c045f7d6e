using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

internal sealed record DeleteInput(AccountId Account, MailboxId Mailbox, Tick Sure) : IInput<DeleteInput>
{
    public static DeleteInput Read(Fields fields) => new(fields.One("account", AccountId.Read), fields.One("mailbox", MailboxId.Read), fields.Ticked("sure"));
}
