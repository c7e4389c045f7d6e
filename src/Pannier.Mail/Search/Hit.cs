namespace Pannier.Mail.Search;

/// <summary>Whether a stretch of text is what was searched for.</summary>
public enum Hit
{
    No,
    Yes,
}
