using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Accounts.Provider;

internal sealed record AgainInput(AccountId Account, SignInBy By) : IInput<AgainInput>
{
    public static AgainInput Read(Fields fields) => new(fields.One("account", AccountId.Read), fields.Maybe("by", Choice.Read<SignInBy>) ?? SignInBy.Link);
}
