namespace Pannier.Cli;

/// <summary>What a command returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>It did what was asked.</summary>
    public const int Done = 0;

    /// <summary>It did not, and said why on standard error; or doctor found a FAIL.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself was wrong.</summary>
    public const int Usage = 2;
}
