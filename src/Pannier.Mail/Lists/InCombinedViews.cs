namespace Pannier.Mail.Lists;

/// <summary>Whether an account takes part in combined views.</summary>
public enum InCombinedViews
{
    Shown,
    Hidden,
}
