namespace Pannier.Modules.Accounts.Provider;

/// <summary>How a person gets to their provider.</summary>
public enum SignInBy
{
    Link,

    /// <summary>By typing a code there.</summary>
    Code,
}
