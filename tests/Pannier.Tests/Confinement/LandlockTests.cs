using System.Net;
using System.Net.Sockets;
using Pannier.Confinement;
using Pannier.Tests.Support;

namespace Pannier.Tests.Confinement;

/// <summary>What a confined thread may still do; each binds a thread of its own, which ends with it. A kernel without Landlock takes nothing away and says so.</summary>
public sealed class LandlockTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void It_writes_to_its_data_and_nowhere_else()
    {
        Directory.CreateDirectory(_directory.File("data"));
        File.WriteAllText(_directory.File("there"), "as it was");

        var (inside, outside, changed, read) = Confined(() =>
        {
            File.WriteAllText(_directory.File("data/one"), "x");
            File.Move(_directory.File("data/one"), _directory.File("data/two"));
            return (
                File.Exists(_directory.File("data/two")),
                Fault(() => File.WriteAllText(_directory.File("new"), "x")),
                Fault(() => File.AppendAllText(_directory.File("there"), "x")),
                File.ReadAllText(_directory.File("there")));
        });

        Assert.Equal((true, "as it was"), (inside, read));
        Assert.Equal((typeof(UnauthorizedAccessException), typeof(UnauthorizedAccessException)), (outside, changed));
        Assert.False(File.Exists(_directory.File("new")));
        File.WriteAllText(_directory.File("new"), "x"); // other threads as before
    }

    [Fact]
    public void It_listens_on_its_port_alone()
    {
        var (own, other) = (FreePort.Next(), FreePort.Next());

        var (mine, theirs) = Confined(() => (Fault(() => Listen(own)), Fault(() => Listen(other))), own);

        Assert.Null(mine);
        Assert.Equal(LandlockCalls.Version() >= 4 ? typeof(SocketException) : null, theirs);
    }

    [Fact]
    public void It_starts_no_program()
    {
        Assert.Equal(typeof(System.ComponentModel.Win32Exception), Confined(() => Fault(() => System.Diagnostics.Process.Start("true").Dispose())));
    }

    private T Confined<T>(Func<T> act, int port = 8080)
    {
        Directory.CreateDirectory(_directory.File("data"));
        Assert.SkipWhen(LandlockCalls.Version() < 1, "this kernel has no Landlock");
        T? result = default;
        Exception? broke = null;
        var thread = new Thread(() =>
        {
            try
            {
                Assert.True(Landlock.TryConfineThread(_directory.File("data"), Environment.ProcessPath!, port));
                result = act();
            }
            catch (Exception e)
            {
                broke = e;
            }
        });
        thread.Start();
        thread.Join();
        return broke is null ? result! : throw broke;
    }

    private static void Listen(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }

    private static Type? Fault(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Exception e)
        {
            return e.GetType();
        }
    }
}
