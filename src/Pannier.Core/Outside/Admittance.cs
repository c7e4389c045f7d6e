namespace Pannier.Core.Outside;

/// <summary>Who may come in when a back end vouches for them the first time.</summary>
public enum Admittance
{
    /// <summary>Names an administrator has invited.</summary>
    Invited,

    /// <summary>Everybody the back end knows.</summary>
    Everybody,
}
