namespace Pannier.Mail.Cards;

/// <summary>A value in structured data: a text, or a thing of its own.</summary>
internal abstract record Stated
{
    private Stated()
    {
    }

    internal sealed record Words(string Text) : Stated;

    internal sealed record Whole(Thing Thing) : Stated;
}
