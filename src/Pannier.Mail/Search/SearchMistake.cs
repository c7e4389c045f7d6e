namespace Pannier.Mail.Search;

/// <summary>Something in a search that says nothing and was left out.</summary>
public sealed record SearchMistake(SearchMistakeKind Kind, string Text);
