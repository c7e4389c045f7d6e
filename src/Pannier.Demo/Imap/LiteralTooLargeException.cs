namespace Pannier.Demo.Imap;

/// <summary>A literal is beyond the limit; the command of this tag was not read further ("*" when the tag can't be told).</summary>
public sealed class LiteralTooLargeException(string tag) : Exception
{
    public string Tag { get; } = tag;
}
