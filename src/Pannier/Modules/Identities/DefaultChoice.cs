namespace Pannier.Modules.Identities;

/// <summary>Whether an identity can be made its account's default.</summary>
public enum DefaultChoice
{
    Offered,

    /// <summary>It is the default; another one takes that over, it cannot give it up.</summary>
    Settled,
}
