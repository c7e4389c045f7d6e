using Pannier.Core.Accounts;
using Pannier.Core.Http;

namespace Pannier.Modules.Identities;

/// <summary>An identity as typed; judged later, so that a slip loses nothing.</summary>
public sealed record IdentityFields(string Name, string Address, string ReplyTo, string Signature, Tick Default)
{
    internal static IdentityFields Of(Identity identity) =>
        new(identity.Name, identity.Address, identity.ReplyTo ?? "", identity.Signature, identity.IsDefault ? Tick.On : Tick.Off);

    internal static IdentityFields Read(Fields fields) => new(
        fields.Maybe("name", Line.Read)?.Value ?? "",
        fields.Maybe("address", Line.Read)?.Value ?? "",
        fields.Maybe("reply-to", Line.Read)?.Value ?? "",
        fields.Maybe("signature", Prose.Read)?.Value ?? "",
        fields.Ticked("default"));
}
