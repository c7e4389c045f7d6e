namespace Pannier.Demo;

/// <summary>What a login above the connection ceiling gets.</summary>
public enum CeilingAnswer
{
    /// <summary><c>NO [LIMIT]</c>; the connection stays open.</summary>
    No,

    /// <summary>An untagged <c>BYE</c>, and the connection closes.</summary>
    Bye,
}
