namespace Pannier.Core.Accounts;

/// <summary>The mark of an account in lists; the style sheet gives each a light and a dark value.</summary>
public enum AccountColour
{
    Slate,
    Moss,
    Ocean,
    Plum,
    Rust,
    Gold,
    Teal,
    Rose,
}
