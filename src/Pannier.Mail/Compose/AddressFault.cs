namespace Pannier.Mail.Compose;

/// <summary>What is wrong with one piece of a list of addresses.</summary>
public enum AddressFault
{
    /// <summary>There is no <c>@</c>: a name alone, or half of a name with a comma that needs quotes.</summary>
    NoAt,

    /// <summary>What stands before the <c>@</c> is empty, too long, or has characters that need quotes.</summary>
    LocalPart,

    /// <summary>What stands behind the <c>@</c> is no host name.</summary>
    Domain,

    /// <summary>A quote or a parenthesis is never closed.</summary>
    UnclosedQuote,

    /// <summary>A <c>&lt;</c> is never closed.</summary>
    UnclosedBracket,

    /// <summary>Something stands where a comma should: two addresses in one, or words behind an address.</summary>
    MissingComma,

    /// <summary>The name has a control character or is too long.</summary>
    Name,
}
