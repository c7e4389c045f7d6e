namespace Pannier.Modules.Messages;

/// <summary>A part specifier (RFC 9051 §6.4.5), as in <c>1.2</c>.</summary>
internal sealed record Section
{
    private Section(string value) => Value = value;

    public string Value { get; }

    /// <summary>Numbers joined by dots, at most 40 characters; null when the text is not that.</summary>
    public static Section? Read(string text) =>
        text.Length is > 0 and <= 40 && text.Split('.').All(number => number.Length is > 0 and <= 5 && number.All(char.IsAsciiDigit)) ? new(text) : null;
}
