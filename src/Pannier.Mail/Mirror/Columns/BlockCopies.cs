using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Matching;

namespace Pannier.Mail.Mirror.Columns;

/// <summary>What is made of a block's texts when somebody first searches or sorts, and may be let go of again.</summary>
/// <remarks>Thread-safe: readers that come at the same time make the same.</remarks>
internal sealed class BlockCopies
{
    private SearchableText? _searchable;
    private SortKeys _sortKeys = new();

    public long Bytes => (_searchable?.Bytes ?? 0) + _sortKeys.Bytes;

    public SearchableText Searchable(Block block) => _searchable ??= new SearchableText(block);

    public ReadOnlySpan<ulong> SortKeys(Block block, SortBy by) => _sortKeys.Of(block, by);

    /// <returns>Bytes let go of.</returns>
    public long Shed()
    {
        var bytes = Bytes;
        (_searchable, _sortKeys) = (null, new SortKeys());
        return bytes;
    }
}
