namespace Pannier.Mail.Mirror.Intents;

/// <summary>Names one intent.</summary>
public readonly record struct IntentId(Guid Value)
{
    public static IntentId New() => new(Guid.NewGuid());

    /// <summary>Null when the text is none.</summary>
    public static IntentId? Read(string text) => Guid.TryParseExact(text, "N", out var value) ? new(value) : null;

    public override string ToString() => Value.ToString("N");
}
