namespace Pannier.Core.Accounts;

/// <summary>Names the undoing of one act, for a while and for one use.</summary>
public sealed record UndoId
{
    private UndoId(string value) => Value = value;

    public string Value { get; }

    public static UndoId New() => new(Guid.NewGuid().ToString("N"));

    /// <summary>Null when the text is none.</summary>
    public static UndoId? Read(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;

    public override string ToString() => Value;
}
