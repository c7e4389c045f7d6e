using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Identities;

internal sealed record AccountOfIdentityInput(AccountId Account) : IInput<AccountOfIdentityInput>
{
    public static AccountOfIdentityInput Read(Fields fields) => new(fields.One("account", AccountId.Read));
}
