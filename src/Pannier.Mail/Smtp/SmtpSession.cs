using System.Globalization;
using System.Text;
using MailKit.Net.Smtp;
using Pannier.Mail.Net;

namespace Pannier.Mail.Smtp;

/// <summary>
/// One signed-in connection and the one message it hands in. MailKit connects and signs in; the message is handed in here, since
/// only who writes the closing dot can tell "nothing was sent" from "perhaps it was", and since the bytes must go as they are.
/// </summary>
internal sealed class SmtpSession(SmtpClient client, Line line, Stream stream, SmtpOptions options, TimeProvider time) : IAsyncDisposable
{
    // Few enough that neither side's buffers fill up while the other writes.
    private const int Pipelined = 50;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private bool _inMessage;

    /// <summary>True from the moment the closing dot may have left: from then on nobody knows until the server answers.</summary>
    public bool IsHandedOver { get; private set; }

    public bool TakesEightBit => client.Capabilities.HasFlag(SmtpCapabilities.EightBitMime);

    public bool TakesInternational => client.Capabilities.HasFlag(SmtpCapabilities.UTF8);

    /// <summary>Octets; null when the server does not say.</summary>
    public long? MostOctets => client.Capabilities.HasFlag(SmtpCapabilities.Size) && client.MaxSize > 0 ? client.MaxSize : null;

    /// <summary>Names the sender and all recipients.</summary>
    /// <returns>The recipients refused, each with the answer; empty when all were taken.</returns>
    /// <exception cref="SmtpRefusal">The sender is refused, or the server goes away.</exception>
    public async Task<IReadOnlyList<(AddrSpec Recipient, SmtpReply Reply)>> AddressAsync(
        AddrSpec from, IReadOnlyList<AddrSpec> recipients, MessageTraits message, bool international, CancellationToken cancellation)
    {
        var mail = new StringBuilder($"MAIL FROM:<{from}>");
        if (client.Capabilities.HasFlag(SmtpCapabilities.Size)) mail.Append(CultureInfo.InvariantCulture, $" SIZE={message.Octets}");
        if (message.HasEightBit && TakesEightBit) mail.Append(" BODY=8BITMIME");
        if (international) mail.Append(" SMTPUTF8");

        var refused = new List<(AddrSpec, SmtpReply)>();
        var sender = await CommandAsync(mail.ToString(), cancellation);
        if (!sender.IsPositive) throw SmtpFaults.Submission(sender);
        foreach (var batch in recipients.Chunk(client.Capabilities.HasFlag(SmtpCapabilities.Pipelining) ? Pipelined : 1))
        {
            await WriteAsync(string.Concat(batch.Select(recipient => $"RCPT TO:<{recipient}>\r\n")), cancellation);
            foreach (var recipient in batch)
            {
                var reply = await ReadAsync(options.ReplyLimit, cancellation);
                if (reply.Code == 421) throw SmtpFaults.Submission(reply);
                if (!reply.IsPositive) refused.Add((recipient, reply));
            }
        }

        return refused;
    }

    /// <summary>Hands the message over and waits for the answer.</summary>
    /// <param name="cancellation">Heeded until the closing dot; after it the answer is waited for.</param>
    /// <exception cref="SmtpRefusal">The server refused: nothing is sent.</exception>
    /// <exception cref="MailFault">The line broke; <see cref="IsHandedOver"/> tells whether anything may have been sent.</exception>
    public async Task HandOverAsync(Stream message, CancellationToken cancellation)
    {
        var ready = await CommandAsync("DATA", cancellation);
        if (ready.Code != 354) throw SmtpFaults.Submission(ready);

        _inMessage = true;
        try
        {
            await DotStuffing.CopyAsync(message, stream, cancellation);
        }
        catch (IOException e)
        {
            // Without the closing dot a server may keep nothing (RFC 5321 §4.1.1.4); it may have said why it hung up.
            throw await LastWordsAsync(cancellation) is { Code: >= 400 } reply ? SmtpFaults.Submission(reply) : SmtpFaults.Broken(e);
        }

        cancellation.ThrowIfCancellationRequested();
        IsHandedOver = true;
        line.Patience = options.FinalReplyLimit;
        await WriteAsync(".\r\n", CancellationToken.None);
        var answer = await ReadAsync(options.FinalReplyLimit, CancellationToken.None);
        _inMessage = false;
        if (answer.Code < 400 && !answer.IsPositive) throw new MailFault(MailFaultKind.Protocol);
        if (!answer.IsPositive) throw SmtpFaults.Submission(answer);
    }

    /// <summary>Takes leave without waiting for an answer.</summary>
    public async ValueTask DisposeAsync()
    {
        line.Patience = Farewell;
        try
        {
            // Within a message a command would be taken for its text.
            if (!_inMessage) await WriteAsync("QUIT\r\n", CancellationToken.None);
        }
        catch (MailFault)
        {
            // It is gone already.
        }

        client.Dispose();
        await line.DisposeAsync();
    }

    private async Task<SmtpReply> CommandAsync(string command, CancellationToken cancellation)
    {
        await WriteAsync(command + "\r\n", cancellation);
        return await ReadAsync(options.ReplyLimit, cancellation);
    }

    private async Task WriteAsync(string text, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
            await stream.FlushAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw e is IOException io ? SmtpFaults.Broken(io) : new MailFault(MailFaultKind.Dropped, inner: e);
        }
    }

    /// <summary>Reads one answer, whole within the limit: a server may not buy time with one octet after the other.</summary>
    private async Task<SmtpReply> ReadAsync(TimeSpan limit, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await SmtpReplies.ReadAsync(stream, both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MailFault(MailFaultKind.TimedOut);
        }
    }

    private async Task<SmtpReply?> LastWordsAsync(CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(TimeSpan.FromSeconds(1), cancellation);
        }
        catch (MailFault)
        {
            return null;
        }
    }
}
