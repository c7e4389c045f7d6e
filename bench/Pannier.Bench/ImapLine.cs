using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Pannier.Bench;

/// <summary>A bare IMAP client: writes a command, reads to its tagged line, understands nothing but literals. What the server itself costs.</summary>
internal sealed class ImapLine : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly MemoryStream _line = new();
    private int _at;
    private int _end;
    private int _tag;

    /// <summary>How many messages an act has changed over this line: the next act takes the next.</summary>
    public int Changes { get; set; }

    public static async Task<ImapLine> OpenAsync(int port, string user, string password)
    {
        var line = new ImapLine();
        await line._client.ConnectAsync("127.0.0.1", port);
        await line.ReadLineAsync();
        var secret = Encoding.UTF8.GetBytes(password);
        await line.AskAsync($"LOGIN {user} {{{secret.Length}+}}\r\n{password}");
        return line;
    }

    /// <summary>The untagged lines, without their literals.</summary>
    public Task<IReadOnlyList<string>> AskAsync(string command) => AskAsync(Encoding.UTF8.GetBytes(command));

    public async Task<IReadOnlyList<string>> AskAsync(ReadOnlyMemory<byte> command)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"a{++_tag} ");
        var stream = _client.GetStream();
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(tag), .. command.Span, (byte)'\r', (byte)'\n']);
        var lines = new List<string>();
        while (true)
        {
            var line = await ReadLineAsync();
            if (!line.StartsWith(tag, StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            if (!line.StartsWith(tag + "OK", StringComparison.Ordinal)) throw new InvalidOperationException($"the server said: {line}");
            return lines;
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _line.Dispose();
    }

    private async Task<string> ReadLineAsync()
    {
        _line.SetLength(0);
        while (true)
        {
            var start = _at;
            var found = _buffer.AsSpan(start, _end - start).IndexOf((byte)'\n');
            if (found < 0)
            {
                _line.Write(_buffer, start, _end - start);
                await FillAsync();
                continue;
            }

            _at = start + found + 1;
            _line.Write(_buffer, start, found + 1);
            var text = Encoding.UTF8.GetString(_line.GetBuffer(), 0, (int)_line.Length).TrimEnd('\r', '\n');
            if (!text.EndsWith('}') || text.LastIndexOf('{') is not (>= 0 and var open) || !long.TryParse(text.AsSpan(open + 1, text.Length - open - 2), CultureInfo.InvariantCulture, out var size)) return text;
            await SkipAsync(size);
        }
    }

    private async Task SkipAsync(long size)
    {
        while (size > 0)
        {
            if (_at == _end) await FillAsync();
            var part = (int)Math.Min(size, _end - _at);
            _at += part;
            size -= part;
        }
    }

    private async Task FillAsync()
    {
        _at = 0;
        _end = await _client.GetStream().ReadAsync(_buffer);
        if (_end == 0) throw new InvalidOperationException("the server closed the line");
    }
}
