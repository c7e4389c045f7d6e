namespace Pannier.Modules.Promises;

/// <summary>How a promise stands on this installation.</summary>
public enum PromiseState
{
    Kept,

    /// <summary>Optional, and turned off here.</summary>
    Off,

    /// <summary>Kept in a weaker form than it could be, as this site is set up.</summary>
    Weaker,

    /// <summary>Not built yet.</summary>
    Missing,
}
