using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

internal sealed record MailboxesInput(AccountId Account) : IInput<MailboxesInput>
{
    public static MailboxesInput Read(Fields fields) => new(fields.One("account", AccountId.Read));
}
