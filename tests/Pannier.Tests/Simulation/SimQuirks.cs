namespace Pannier.Tests.Simulation;

/// <summary>What a model server does worse than it might.</summary>
[Flags]
internal enum SimQuirks
{
    None = 0,
    NoModSeq = 1,
    NoUidNext = 2,

    /// <summary>Flags change without a new mod-sequence.</summary>
    Lies = 4,

    /// <summary>Its list tells no states.</summary>
    NoStates = 8,

    /// <summary>It names by uid what vanished (QRESYNC).</summary>
    TellsVanished = 16,

    /// <summary>It forgets some of what vanished.</summary>
    ForgetsVanished = 32,
}
