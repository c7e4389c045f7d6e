namespace Pannier.Confinement;

/// <summary>Takes rights away that this program never uses (Landlock, Linux 5.13 and later): writing but to its data, starting other programs, listening on other ports.</summary>
internal static class Landlock
{
    private const ulong BindTcp = 1;
    private const ulong AbstractSocketsAndSignals = 3;
    private static readonly string[] Libraries = ["/lib", "/lib64", "/usr/lib", "/usr/lib64"]; // the loader of programs is one of them

    /// <summary>Binds the calling thread for good.</summary>
    /// <param name="writable">The one directory that may be written to; it exists.</param>
    /// <param name="program">What may still be started.</param>
    /// <param name="port">The one port that may be listened on, where the kernel can say so.</param>
    /// <returns>False, with nothing taken away, where the kernel has none of it.</returns>
    public static bool TryConfineThread(string writable, string program, int port)
    {
        var version = LandlockCalls.Version();
        if (version < 1) return false;

        var rights = Known(version);
        var attributes = new RulesetAttributes { Files = (ulong)rights, Network = version >= 4 ? BindTcp : 0, Scopes = version >= 6 ? AbstractSocketsAndSignals : 0 };
        var ruleset = LandlockCalls.CreateRuleset(attributes, version >= 6 ? 24 : version >= 4 ? 16 : 8);
        if (ruleset < 0) return false;
        try
        {
            var allowed = LandlockCalls.AllowBeneath(ruleset, rights & LandlockRights.Change, writable) && LandlockCalls.AllowBeneath(ruleset, LandlockRights.Execute, program);
            foreach (var library in Libraries) _ = LandlockCalls.AllowBeneath(ruleset, LandlockRights.Execute, library); // those that are there
            _ = LandlockCalls.AllowBeneath(ruleset, LandlockRights.WriteFile, "/dev/null");
            if (version >= 4) allowed = allowed && LandlockCalls.AllowPort(ruleset, BindTcp, port);
            return allowed && LandlockCalls.RestrictThread(ruleset);
        }
        finally
        {
            _ = LandlockCalls.Close(ruleset);
        }
    }

    private static LandlockRights Known(int version) =>
        (LandlockRights.Execute | LandlockRights.Change) & ~(version < 2 ? LandlockRights.MoveAcross : 0) & ~(version < 3 ? LandlockRights.Truncate : 0);
}
