namespace Pannier.Modules.Compose;

/// <summary>Names one file of a message being written, in its form.</summary>
internal sealed record FileId
{
    private FileId(string value) => Value = value;

    public string Value { get; }

    public static FileId? Read(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? new(text) : null;

    public override string ToString() => Value;
}
