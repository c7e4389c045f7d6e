namespace Pannier.Demo.Imap;

/// <summary>An octet range &lt;offset.count&gt; of a section.</summary>
internal sealed record Partial(uint Offset, uint Count);
