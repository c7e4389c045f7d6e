namespace Pannier.Mail.Html;

/// <summary>What a <c>style</c> attribute says.</summary>
/// <param name="Declarations">In order; one a property, the last that could be read.</param>
/// <param name="Remote">How many declarations would have fetched something.</param>
internal sealed record StyleReading(IReadOnlyList<Declaration> Declarations, Visibility Visibility, int Remote)
{
    public static StyleReading Nothing { get; } = new([], Visibility.Shown, 0);
}
