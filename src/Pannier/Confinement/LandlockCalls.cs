using System.Runtime.InteropServices;

namespace Pannier.Confinement;

/// <summary>The system calls of Landlock, which no library here has. Linux numbers them alike on every architecture.</summary>
internal static class LandlockCalls
{
    private const long Create = 444;
    private const long Add = 445;
    private const long Restrict = 446;
    private const int PathBeneath = 1;
    private const int NetPort = 2;
    private const int NoNewPrivileges = 38;
    private const int PathOnly = 0x200000 | 0x80000; // O_PATH, O_CLOEXEC

    /// <summary>The version the kernel speaks; less than 1 where it has none.</summary>
    public static int Version() => OperatingSystem.IsLinux() ? (int)Call(Create, 0, 0, 1, 0) : 0;

    public static int CreateRuleset(RulesetAttributes attributes, int size) => (int)Call(Create, ref attributes, size, 0);

    /// <summary>Allows rights on a directory and all beneath it, or on a file.</summary>
    /// <returns>False where there is no such path, or the kernel refuses.</returns>
    public static bool AllowBeneath(int ruleset, LandlockRights rights, string path)
    {
        var file = Open(path, PathOnly);
        if (file < 0) return false;
        var allowed = Call(Add, ruleset, PathBeneath, [.. BitConverter.GetBytes((ulong)rights), .. BitConverter.GetBytes(file)], 0) == 0;
        _ = Close(file);
        return allowed;
    }

    public static bool AllowPort(int ruleset, ulong rights, int port) => Call(Add, ruleset, NetPort, [.. BitConverter.GetBytes(rights), .. BitConverter.GetBytes((ulong)port)], 0) == 0;

    /// <summary>Binds the calling thread, and whatever it becomes by <see cref="Become"/>, for good.</summary>
    public static bool RestrictThread(int ruleset) => Prctl(NoNewPrivileges, 1, 0, 0, 0) == 0 && Call(Restrict, ruleset, 0, 0, 0) == 0;

    /// <summary>Replaces this process by a program, under the same number; returns only when that fails.</summary>
    public static void Become(string program, IReadOnlyList<string> arguments, IReadOnlyList<string> environment) => _ = Execve(program, [.. arguments, null], [.. environment, null]);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Close(int file);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Call(long number, nint first, nint second, nint third, nint fourth);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Call(long number, ref RulesetAttributes attributes, nint size, nint flags);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Call(long number, nint ruleset, nint type, byte[] rule, nint flags);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Prctl(int option, nint second, nint third, nint fourth, nint fifth);

    [DllImport("libc", EntryPoint = "open", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "execve", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Execve([MarshalAs(UnmanagedType.LPUTF8Str)] string program, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] arguments, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] environment);
}
