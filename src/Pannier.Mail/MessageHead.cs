namespace Pannier.Mail;

/// <summary>All of a message but its bodies.</summary>
/// <param name="Headers">The header block in order, values unfolded, raw octets as Latin-1 where not UTF-8: untrusted.</param>
public sealed record MessageHead(MessageRow Row, IReadOnlyList<HeaderField> Headers, BodyPart Structure)
{
    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(field => field.Is(name))?.Value;
}
