using Pannier.Core.Accounts;
using Pannier.Core.Http;

namespace Pannier.Modules.Identities;

internal sealed record RemoveIdentityInput(IdentityId Identity, Tick Sure) : IInput<RemoveIdentityInput>
{
    public static RemoveIdentityInput Read(Fields fields) => new(fields.One("identity", IdentityId.Read), fields.Ticked("sure"));
}
