namespace Pannier.Mail.Lists;

/// <summary>Where in a list a page lies.</summary>
/// <param name="Cursor">Null for the first page.</param>
public sealed record PagePlace(Cursor? Cursor, PageSide Side)
{
    public static PagePlace First { get; } = new(null, PageSide.After);

    public static PagePlace After(Cursor cursor) => new(cursor, PageSide.After);
}
