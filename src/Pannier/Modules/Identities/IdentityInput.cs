using Pannier.Core.Accounts;
using Pannier.Core.Http;

namespace Pannier.Modules.Identities;

internal sealed record IdentityInput(IdentityId Identity) : IInput<IdentityInput>
{
    public static IdentityInput Read(Fields fields) => new(fields.One("identity", IdentityId.Read));
}
