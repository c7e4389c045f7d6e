namespace Pannier.Mail.Html.Sheets;

/// <summary>Cuts a sheet, or what an at-rule holds, into its rules (CSS Syntax 3 §5.4.1). It judges none of them.</summary>
internal ref struct SheetScanner(ReadOnlySpan<char> css)
{
    private ReadOnlySpan<char> rest = css;

    /// <summary>What stands before the block, trimmed: selectors, or an at-rule with its name.</summary>
    public ReadOnlySpan<char> Prelude { get; private set; }

    /// <summary>What stands between the brackets; empty for an at-rule that has none.</summary>
    public ReadOnlySpan<char> Block { get; private set; }

    /// <summary>False at the end. What opens no block is passed over.</summary>
    public bool Next()
    {
        rest = rest.TrimStart(" \t\r\n\f;}");
        if (rest.IsEmpty) return false;

        // Only an at-rule may do without a block.
        var end = CssText.Find(rest, rest[0] == '@' ? "{;}" : "{");
        Prelude = rest[..end].Trim();
        var hasBlock = end < rest.Length && rest[end] == '{';
        rest = rest[Math.Min(rest.Length, end + 1)..];
        if (!hasBlock)
        {
            Block = [];
            return true;
        }

        var close = CssText.EndOfBlock(rest);
        Block = rest[..close];
        rest = rest[Math.Min(rest.Length, close + 1)..];
        return true;
    }
}
