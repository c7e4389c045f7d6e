using System.Runtime.InteropServices;

namespace Pannier.Mail.Html;

/// <summary>
/// A clock that runs while the calling thread has the processor: two readings on one thread differ by the work between them, whatever else
/// the machine does. Timers and the date are the system's.
/// </summary>
internal sealed class ThreadTime : TimeProvider
{
    private static readonly int Clock = OperatingSystem.IsMacOS() ? 16 : 3; // CLOCK_THREAD_CPUTIME_ID

    private ThreadTime()
    {
    }

    /// <summary>The system's own clock where the other cannot be read.</summary>
    public static TimeProvider Provider { get; } = CanRead() ? new ThreadTime() : System;

    public override long TimestampFrequency => 1_000_000_000;

    public override long GetTimestamp() => Read(Clock, out var now) == 0 ? (now.Seconds * TimestampFrequency) + now.Nanoseconds : 0;

    private static bool CanRead()
    {
        try
        {
            return IntPtr.Size == 8 && Read(Clock, out _) == 0; // the structure is another on 32 bits
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Moment now);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Moment
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
