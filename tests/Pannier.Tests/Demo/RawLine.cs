using System.Net.Sockets;
using System.Text;

namespace Pannier.Tests.Demo;

/// <summary>A bare socket that says exactly what a test says, and waits 20 seconds at most for what comes back.</summary>
public sealed class RawLine : IDisposable
{
    private readonly TcpClient client = new();
    private readonly List<byte> read = [];
    private NetworkStream? stream;
    private int tags;

    private NetworkStream Stream => stream ?? throw new InvalidOperationException("Open it first.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RawLine> OpenAsync(int port)
    {
        var line = new RawLine();
        await line.client.ConnectAsync("127.0.0.1", port, Cancellation);
        line.stream = line.client.GetStream();
        return line;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await Stream.WriteAsync(bytes, Cancellation);

    /// <summary>Half-closes: the server sees the end, we can still read.</summary>
    public void Finish()
    {
        try
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The server closed before us.
        }
    }

    /// <summary>A line without its end; null when the server closed.</summary>
    public async Task<string?> ReadLineAsync()
    {
        var one = new byte[4096];
        while (true)
        {
            var end = read.IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.UTF8.GetString(read.Take(end).ToArray()).TrimEnd('\r');
                read.RemoveRange(0, end + 1);
                return line;
            }

            try
            {
                var count = await Stream.ReadAsync(one, Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
                if (count == 0)
                    return null;
                read.AddRange(one.Take(count));
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    public async Task<string> ReadUntilAsync(Func<string, bool> last)
    {
        var lines = new List<string>();
        while (await ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (last(line))
                break;
        }

        return string.Join('\n', lines);
    }

    /// <summary>Sends an IMAP command under a fresh tag and returns all lines up to its tagged one, the tag itself as "OK …".</summary>
    public async Task<string> AskAsync(string command)
    {
        var tag = $"t{++tags}";
        await SendAsync($"{tag} {command}\r\n");
        var answer = await ReadUntilAsync(line => line.StartsWith(tag + " ", StringComparison.Ordinal));
        return answer.Replace(tag + " ", "", StringComparison.Ordinal);
    }

    /// <summary>Sends an SMTP command and returns its whole reply.</summary>
    public async Task<string> SayAsync(string command)
    {
        await SendAsync(command + "\r\n");
        return await ReadUntilAsync(line => line.Length < 4 || line[3] == ' ');
    }

    public void Dispose() => client.Dispose();
}
