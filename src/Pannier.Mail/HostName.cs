using System.Globalization;
using System.Net;

namespace Pannier.Mail;

/// <summary>A host a person or a provider named: a DNS name in its ASCII form, lower case, or an IP address.</summary>
public sealed record HostName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private HostName(string value) => Value = value;

    public string Value { get; }

    public bool IsAddress => IPAddress.TryParse(Value, out _);

    /// <summary>Reads a name or address of at most 253 characters; international names become their A-labels. Null when it is none.</summary>
    public static HostName? Read(string text)
    {
        var trimmed = text.Trim().TrimEnd('.');
        if (trimmed.Length is 0 or > 253) return null;
        if (trimmed.Trim('[', ']') is var bare && bare.Contains(':', StringComparison.Ordinal))
            return IPAddress.TryParse(bare, out var six) && !bare.Contains('%', StringComparison.Ordinal) ? new(six.ToString()) : null;

        // A name whose last label is a number is an address or nothing (WHATWG URL, "ends in a number").
        if (char.IsAsciiDigit(trimmed[^1]) && trimmed[(trimmed.LastIndexOf('.') + 1)..].All(char.IsAsciiDigit))
            return IPAddress.TryParse(trimmed, out var four) && four.ToString() == trimmed ? new(trimmed) : null;

        try
        {
            var ascii = PlainHost.Is(trimmed) ? trimmed : Idn.GetAscii(trimmed).ToLowerInvariant();

            // What IDNA maps away (blanks of no width, dots of other scripts) may leave something that is no name.
            if (ascii != trimmed) return Read(ascii) is { } mapped && mapped.Value == ascii ? mapped : null;
            return Uri.CheckHostName(ascii) == UriHostNameType.Dns && ascii.Length <= 253 ? new(ascii) : null;
        }
        catch (ArgumentException)
        {
            return null; // not a name by IDNA's rules
        }
    }

    /// <summary>True when this is the domain itself or a host under it.</summary>
    public bool IsWithin(string domain) =>
        Value.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || Value.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    /// <summary>The domain that one registers, with all below it, as far as that can be told without the list of public suffixes: two labels, or three where the second looks like a part of the suffix (co.uk). Itself for an address.</summary>
    public string Registered()
    {
        var labels = Value.Split('.');
        return IsAddress || labels.Length < 3 ? Value : string.Join('.', labels[^(labels[^2].Length <= 3 && labels[^1].Length == 2 ? 3 : 2)..]);
    }

    public override string ToString() => Value;
}
