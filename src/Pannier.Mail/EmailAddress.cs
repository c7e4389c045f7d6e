namespace Pannier.Mail;

/// <summary>A mailbox address of a message header (RFC 5322 §3.4): what the sender wrote, decoded, never trusted.</summary>
/// <param name="Name">The display name, decoded (RFC 2047); null when there is none.</param>
/// <param name="Address">The addr-spec, perhaps internationalised (RFC 6532); empty in a group without members.</param>
public sealed record EmailAddress(string? Name, string Address)
{
    /// <summary>The name, else the address: what a list shows.</summary>
    public string Shown => string.IsNullOrWhiteSpace(Name) ? Address : Name;

    public override string ToString() => string.IsNullOrWhiteSpace(Name) ? Address : $"{Name} <{Address}>";
}
