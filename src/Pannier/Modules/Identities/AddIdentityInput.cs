using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Identities;

internal sealed record AddIdentityInput(AccountId Account, IdentityFields Typed) : IInput<AddIdentityInput>
{
    public static AddIdentityInput Read(Fields fields) => new(fields.One("account", AccountId.Read), IdentityFields.Read(fields));
}
