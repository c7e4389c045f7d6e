using Pannier.Core.Accounts;
using Pannier.Core.Http;

namespace Pannier.Modules.Identities;

internal sealed record EditIdentityInput(IdentityId Identity, IdentityFields Typed) : IInput<EditIdentityInput>
{
    public static EditIdentityInput Read(Fields fields) => new(fields.One("identity", IdentityId.Read), IdentityFields.Read(fields));
}
