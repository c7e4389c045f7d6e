using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

/// <param name="Role">Null leaves it to the server.</param>
internal sealed record RoleInput(AccountId Account, MailboxId Mailbox, MailboxRole? Role) : IInput<RoleInput>
{
    public static RoleInput Read(Fields fields) => new(fields.One("account", AccountId.Read), fields.One("mailbox", MailboxId.Read), fields.Maybe("role", Choice.Read<MailboxRole>));
}
