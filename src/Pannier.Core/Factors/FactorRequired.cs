namespace Pannier.Core.Factors;

/// <summary>Who has to have a second factor.</summary>
public enum FactorRequired
{
    None,
    Administrators,
    Everybody,
}
