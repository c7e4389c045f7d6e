namespace Pannier.Modules.Sessions;

/// <summary>An event's id: 32 lower-case hexadecimal digits.</summary>
public sealed record EventId
{
    private EventId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Null for any other text.</summary>
    public static EventId? Read(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;
}
