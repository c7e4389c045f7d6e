namespace Pannier.Modules.Sessions;

/// <summary>A session's listed id: 64 upper-case hexadecimal digits.</summary>
public sealed record SessionId
{
    private SessionId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Null for any other text.</summary>
    public static SessionId? Read(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitUpper) ? new(text) : null;
}
