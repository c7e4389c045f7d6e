using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Pannier.Bench;

/// <summary>A bare HTTP/1.1 client over one connection that is kept: writes a request, reads its answer to the end. What <see cref="ImapLine"/> is for IMAP.</summary>
internal sealed class HttpLine(int port) : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly MemoryStream _body = new();
    private TcpClient? _client;
    private int _at;
    private int _end;

    /// <param name="head">Header lines, each with its end of line.</param>
    public async Task<(int Status, string Body)> AskAsync(string method, string path, string head, string? form = null)
    {
        if (_client is { Client: var socket } && socket.Poll(0, SelectMode.SelectRead)) // closed meanwhile, or out of step: nothing is to be read between answers
        {
            _client.Dispose();
            _client = null;
        }

        var client = _client ??= await OpenAsync();
        var length = form is null ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n");
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\n{head}{length}\r\n{form}"));

        var status = int.Parse((await ReadLineAsync()).Split(' ')[1], CultureInfo.InvariantCulture);
        var (left, isChunked) = (0, false);
        while (await ReadLineAsync() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) left = Number(header);
            isChunked |= header.StartsWith("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
        }

        _body.SetLength(0);
        if (!isChunked) await TakeAsync(left);
        while (isChunked)
        {
            var size = int.Parse(await ReadLineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await TakeAsync(size);
            await ReadLineAsync();
            if (size == 0) break;
        }

        return (status, Encoding.UTF8.GetString(_body.GetBuffer(), 0, (int)_body.Length));
    }

    public void Dispose()
    {
        _client?.Dispose();
        _body.Dispose();
    }

    private async Task<TcpClient> OpenAsync()
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port);
        _at = _end = 0;
        return client;
    }

    private static int Number(string header) => int.Parse(header.AsSpan(header.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    private async Task<string> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (true)
        {
            var found = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
            line.Append(Encoding.ASCII.GetString(_buffer, _at, found < 0 ? _end - _at : found));
            if (found >= 0)
            {
                _at += found + 1;
                return line.ToString().TrimEnd('\r');
            }

            await FillAsync();
        }
    }

    private async Task TakeAsync(int size)
    {
        while (size > 0)
        {
            if (_at == _end) await FillAsync();
            var part = Math.Min(size, _end - _at);
            _body.Write(_buffer, _at, part);
            _at += part;
            size -= part;
        }
    }

    private async Task FillAsync()
    {
        _at = 0;
        _end = await _client!.GetStream().ReadAsync(_buffer); // opened before anything is read
        if (_end == 0) throw new InvalidOperationException("the product closed the line");
    }
}
