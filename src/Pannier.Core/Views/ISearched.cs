namespace Pannier.Core.Views;

/// <summary>A page that was found by a search: the search field shows it.</summary>
public interface ISearched
{
    /// <summary>As typed; null for none.</summary>
    string? Search { get; }
}
