namespace Pannier.Tests.Simulation;

/// <summary>What becomes of a command on its way to a server and back.</summary>
internal enum WireFate
{
    Answered,

    /// <summary>The line is gone before it is there.</summary>
    Lost,

    /// <summary>It is done, and the line is gone before a word of the answer.</summary>
    Unheard,

    /// <summary>It is done, and the line is gone in the middle of the answer.</summary>
    Cut,

    Refused,

    /// <summary>Nothing is ever said again.</summary>
    Silent,
}
