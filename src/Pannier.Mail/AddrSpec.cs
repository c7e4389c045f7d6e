using System.Globalization;
using System.Text;

namespace Pannier.Mail;

/// <summary>An address mail can be sent to (RFC 5321 §4.1.2 Mailbox, RFC 6531 where international): it cannot hold a line end, an angle bracket or a blank outside quotes.</summary>
/// <remarks>Equal when the same mailbox is meant: the domain in any form, the local part whatever its case, as every provider treats it.</remarks>
public sealed class AddrSpec : IEquatable<AddrSpec>
{
    private const int MostLocalOctets = 64;
    private const string Specials = "!#$%&'*+-/=?^_`{|}~.";
    private static readonly IdnMapping Idn = new();

    private AddrSpec(string local, string domain) => (Local, Domain) = (local, domain);

    /// <summary>As written, quotes included.</summary>
    public string Local { get; }

    /// <summary>In its ASCII form, lower case; an address literal keeps its brackets.</summary>
    public string Domain { get; }

    /// <summary>True when only a server with SMTPUTF8 (RFC 6531) can take it.</summary>
    public bool IsInternational => !Ascii.IsValid(Local);

    /// <summary>What an SMTP envelope and a header in ASCII carry.</summary>
    public string Value => $"{Local}@{Domain}";

    /// <summary>Null when the text is no address.</summary>
    public static AddrSpec? Read(string text)
    {
        if (text.Length > 320 || text.LastIndexOf('@') is not (> 0 and var at)) return null;
        var local = text[..at];
        if (Encoding.UTF8.GetByteCount(local) > MostLocalOctets || !(local[0] == '"' ? IsQuoted(local) : IsDotted(local))) return null;
        return ReadDomain(text[(at + 1)..]) is { } domain ? new(local, domain) : null;
    }

    /// <summary>The address without what stands behind the first <c>+</c> of its local part (RFC 5233); itself when there is none.</summary>
    public AddrSpec WithoutTag() => Local[0] != '"' && Local.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus ? new(Local[..plus], Domain) : this;

    /// <summary>For people: the domain in its own script.</summary>
    public string Shown()
    {
        try
        {
            return Domain.Contains("xn--", StringComparison.Ordinal) ? $"{Local}@{Idn.GetUnicode(Domain)}" : Value;
        }
        catch (ArgumentException)
        {
            return Value; // looks like an A-label and is none
        }
    }

    public bool Equals(AddrSpec? other) => other is not null && Domain == other.Domain && Local.Equals(other.Local, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as AddrSpec);

    public override int GetHashCode() => HashCode.Combine(Domain, StringComparer.OrdinalIgnoreCase.GetHashCode(Local));

    public override string ToString() => Value;

    // Two dots in a row break the grammar, but addresses of old mobile providers have them and are delivered; no program writes one that begins so.
    private static bool IsDotted(string local) => local[0] != '.' && local.EnumerateRunes().All(rune => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value) || Specials.Contains((char)rune.Value, StringComparison.Ordinal)
        : IsPlainLetter(rune));

    private static bool IsQuoted(string local)
    {
        if (local.Length < 3 || local[^1] != '"') return false;
        var escaped = false;
        foreach (var rune in local[1..^1].EnumerateRunes())
        {
            if (rune.IsAscii ? rune.Value is < 0x20 or 0x7F : !IsPlainLetter(rune)) return false;
            if (!escaped && rune.Value == '"') return false;
            escaped = !escaped && rune.Value == '\\';
        }

        return !escaped;
    }

    // Halves of characters arrive as U+FFFD.
    private static bool IsPlainLetter(Rune rune) => rune != Rune.ReplacementChar && !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string? ReadDomain(string text)
    {
        if (text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text[^1] == '.') return null;
        if (text is not ['[', .. var literal, ']']) return HostName.Read(text) is { IsAddress: false } host ? host.Value : null;

        const string six = "IPv6:";
        var isSix = literal.StartsWith(six, StringComparison.OrdinalIgnoreCase);
        return HostName.Read(isSix ? literal[six.Length..] : literal) is { IsAddress: true } address && address.Value.Contains(':', StringComparison.Ordinal) == isSix
            ? $"[{(isSix ? six : "")}{address}]"
            : null;
    }
}
