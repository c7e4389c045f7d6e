namespace Pannier.Tests.Simulation;

/// <summary>What is wrong with one mailbox of a server that answers otherwise.</summary>
internal enum BoxTrouble
{
    None,

    /// <summary>It is listed and cannot be selected.</summary>
    Shut,

    /// <summary>It is listed and not there.</summary>
    Absent,

    /// <summary>Selecting it costs the line.</summary>
    Deadly,

    /// <summary>Its messages can be counted and not read.</summary>
    Unreadable,

    /// <summary>Reading its messages costs the line.</summary>
    DeadlyToRead,
}
