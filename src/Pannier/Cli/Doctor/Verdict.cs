namespace Pannier.Cli.Doctor;

/// <summary>How a checked thing is.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works; somebody should look at it.</summary>
    Warn,

    /// <summary>It keeps Pannier from working, or from being safe.</summary>
    Fail,
}
