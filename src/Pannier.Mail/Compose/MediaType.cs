using System.Buffers;

namespace Pannier.Mail.Compose;

/// <summary>A media type without parameters (RFC 6838 §4.2), lower case, as in <c>image/png</c>.</summary>
public sealed record MediaType
{
    private static readonly SearchValues<char> Token = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+");

    private MediaType(string type, string subtype) => (Type, Subtype) = (type, subtype);

    /// <summary>For bytes nobody says anything about.</summary>
    public static MediaType Unknown { get; } = new("application", "octet-stream");

    /// <summary>A whole message, as in forwarding.</summary>
    public static MediaType Message { get; } = new("message", "rfc822");

    public string Type { get; }

    public string Subtype { get; }

    public string Value => $"{Type}/{Subtype}";

    /// <summary>Parameters are left out; null when the text is no media type or one only a structure may have (<c>multipart</c>).</summary>
    public static MediaType? Read(string text) =>
        text.Split(';')[0].Trim().ToLowerInvariant().Split('/') is [{ Length: > 0 and <= 127 } type, { Length: > 0 and <= 127 } subtype]
        && !type.AsSpan().ContainsAnyExcept(Token) && !subtype.AsSpan().ContainsAnyExcept(Token) && type != "multipart"
            ? new(type, subtype)
            : null;

    public override string ToString() => Value;
}
