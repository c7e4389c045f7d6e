using Pannier.Core;
using Pannier.Mail;
using Pannier.Mail.Compose;

namespace Pannier.Modules.Identities;

/// <summary>What of an identity will not do.</summary>
/// <param name="Name">Null when it is good; so are the others.</param>
public sealed record IdentityCheck(Said? Name, Said? Address, Said? ReplyTo, Said? Signature)
{
    /// <summary>The most characters of a signature.</summary>
    public const int LongestSignature = 10_000;

    public static IdentityCheck Good { get; } = new(null, null, null, null);

    internal static IdentityCheck Of(IdentityFields typed) => new(
        OneLine.Read(typed.Name) is null ? Said.Of("identities.wrong.name") : null,
        AddrSpec.Read(typed.Address) is null ? Said.Of("identities.wrong.address") : null,
        typed.ReplyTo.Length > 0 && AddrSpec.Read(typed.ReplyTo) is null ? Said.Of("identities.wrong.reply-to") : null,
        typed.Signature.Length > LongestSignature ? Said.Of("identities.wrong.signature", "most", LongestSignature) : null);
}
