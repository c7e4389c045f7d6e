namespace Pannier.Modules.SignIn.ByLink;

/// <summary>The token of a one-time link.</summary>
internal sealed record LinkToken
{
    private LinkToken(string value) => Value = value;

    public string Value { get; }

    /// <summary>Null when the text is not 43 characters of base64url.</summary>
    public static LinkToken? Read(string text) => text.Length == 43 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? new(text) : null;
}
