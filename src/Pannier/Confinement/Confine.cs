using System.Collections;
using System.Globalization;
using Pannier.Core.Storage;

namespace Pannier.Confinement;

/// <summary>Confines the whole program: Landlock binds a thread and what comes of it, and a runtime has many threads from its start; so one thread is bound and becomes the program anew.</summary>
internal static class Confine
{
    private const string Mark = "PANNIER_CONFINED"; // the process that confined itself: a program keeps its number as it becomes another

    /// <summary>Whether this process is confined.</summary>
    public static bool IsDone => Environment.GetEnvironmentVariable(Mark) == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Does not return where the kernel can: the program runs again, confined, as the same process.</summary>
    /// <returns>False where it cannot, and all is as it was.</returns>
    public static bool Try(string dataDirectory, int port)
    {
        if (IsDone) return true;
        if (!OperatingSystem.IsLinux() || Environment.ProcessPath is not { } program) return false;

        DataDirectory.Make(dataDirectory); // it must be there to be named
        var arguments = File.ReadAllText("/proc/self/cmdline").Split('\0', StringSplitOptions.None)[..^1];
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(one => $"{one.Key}={one.Value}").Append($"{Mark}={Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
        var thread = new Thread(() =>
        {
            if (Landlock.TryConfineThread(dataDirectory, program, port)) LandlockCalls.Become(program, arguments, [.. environment]);
        });
        thread.Start();
        thread.Join();
        return false;
    }
}
