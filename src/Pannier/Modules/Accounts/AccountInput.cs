using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Accounts;

internal sealed record AccountInput(AccountId Account) : IInput<AccountInput>
{
    public static AccountInput Read(Fields fields) => new(fields.One("account", AccountId.Read));
}
