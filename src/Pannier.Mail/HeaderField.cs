namespace Pannier.Mail;

/// <summary>One header field as it stands, unfolded and not decoded.</summary>
public sealed record HeaderField(string Name, string Value)
{
    /// <summary>Whether it has this name, in whatever case (RFC 5322 §1.2.2).</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
