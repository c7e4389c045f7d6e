using System.Globalization;
using System.Text;

using Pannier.Demo.Imap;
using Pannier.Demo.Net;
using Pannier.Demo.Store;

namespace Pannier.Demo.Smtp;

/// <summary>One submission connection (RFC 6409): signed in before MAIL, one transaction at a time, every reply with an enhanced code.</summary>
internal sealed class SmtpSession(Wire wire, DemoContext context)
{
    public const int LargestMessage = 64 * 1024 * 1024;

    private const int LongestLine = 64 * 1024;
    private const int MostRecipients = 5000;

    private readonly System.Collections.Immutable.ImmutableHashSet<string> withheld = context.Faults.Withheld;
    private readonly StringBuilder pending = new();
    private string greeting = "";
    private AccountBox? account;
    private string? from;
    private List<string> recipients = [];
    private int commands;
    private bool leaving;

    public async Task RunAsync(CancellationToken cancellation)
    {
        Reply("220 localhost ESMTP Pannier demo provider");
        while (!leaving)
        {
            await SendAsync(cancellation);
            string line;
            try
            {
                var read = await wire.ReadLineAsync(LongestLine, cancellation);
                if (read.IsEmpty)
                    return;
                line = Encoding.UTF8.GetString(read.Span).TrimEnd('\r', '\n');
            }
            catch (LineTooLongException)
            {
                Reply("500 5.5.2 The line is too long");
                continue;
            }

            if (context.Faults.DropsSmtpAt(++commands))
            {
                wire.Drop();
                return;
            }

            await ObeyAsync(line, cancellation);
        }

        await SendAsync(cancellation);
    }

    private async Task ObeyAsync(string line, CancellationToken cancellation)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var (name, rest) = blank < 0 ? (line.ToUpperInvariant(), "") : (line[..blank].ToUpperInvariant(), line[(blank + 1)..]);
        if (context.Faults.RefusalOf(name) is { } text)
        {
            Reply("550 5.7.0 " + text);
            return;
        }

        switch (name)
        {
            case "EHLO":
            case "HELO":
                Greet(name, rest);
                break;
            case "STARTTLS":
                await StartTlsAsync(cancellation);
                break;
            case "AUTH":
                await SignInAsync(rest, cancellation);
                break;
            case "MAIL":
                Mail(rest);
                break;
            case "RCPT":
                Recipient(rest);
                break;
            case "DATA":
                await DataAsync(cancellation);
                break;
            case "RSET":
                Reset();
                Reply("250 2.0.0 Forgotten");
                break;
            case "NOOP":
                Reply("250 2.0.0 Done");
                break;
            case "VRFY":
                Reply("252 2.5.0 Send and see");
                break;
            case "QUIT":
                leaving = true;
                Reply("221 2.0.0 Good-bye");
                break;
            default:
                Reply("500 5.5.1 No such command");
                break;
        }
    }

    private bool Offers(string capability) => !withheld.Contains(capability);

    private void Greet(string name, string who)
    {
        greeting = new([.. who.Where(each => char.IsAsciiLetterOrDigit(each) || each is '.' or '-' or '[' or ']' or ':')]);
        Reset();
        if (name == "HELO")
        {
            Reply("250 localhost");
            return;
        }

        List<string> offered = [$"SIZE {LargestMessage}", "8BITMIME", "SMTPUTF8", "PIPELINING", "ENHANCEDSTATUSCODES"];
        if (!wire.IsEncrypted)
            offered.Add("STARTTLS");
        if (wire.IsEncrypted || context.Options.AllowClearText)
            offered.Add("AUTH PLAIN LOGIN");
        offered.RemoveAll(line => !Offers(line.Split(' ')[0]));
        offered.Insert(0, "localhost");
        for (var index = 0; index < offered.Count; index++)
            Reply($"250{(index == offered.Count - 1 ? ' ' : '-')}{offered[index]}");
    }

    private async Task StartTlsAsync(CancellationToken cancellation)
    {
        if (wire.IsEncrypted || !Offers("STARTTLS"))
        {
            Reply("503 5.5.1 Not now");
            return;
        }

        Reply("220 2.0.0 Begin TLS now");
        await SendAsync(cancellation);
        await wire.StartTlsAsync(context.Certificate, cancellation);
        account = null;
        Reset();
    }

    private async Task SignInAsync(string rest, CancellationToken cancellation)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (account is not null || from is not null)
        {
            Reply("503 5.5.1 Signed in already");
            return;
        }

        if (!wire.IsEncrypted && !context.Options.AllowClearText)
        {
            Reply("538 5.7.11 Start TLS first");
            return;
        }

        if (await SmtpSignIn.ReadAsync(words, AskAsync, cancellation) is not { } login)
        {
            Reply(words.FirstOrDefault()?.ToUpperInvariant() is "PLAIN" or "LOGIN" ? "501 5.5.2 Not a response of this mechanism" : "504 5.5.4 Only PLAIN and LOGIN are known");
            return;
        }

        if (context.Faults.RefusedLogins is { } text)
            Reply("535 5.7.8 " + text);
        else if ((account = SignIn.Check(context, login.User, login.Password)) is null)
            Reply("535 5.7.8 Wrong user name or password");
        else
            Reply("235 2.7.0 Signed in");
    }

    /// <summary>Asks for one more line of AUTH; null when there is none, or "*".</summary>
    private async Task<string?> AskAsync(string challenge, CancellationToken cancellation)
    {
        Reply("334 " + challenge);
        await SendAsync(cancellation);
        var line = await wire.ReadLineAsync(LongestLine, cancellation);
        var text = Encoding.ASCII.GetString(line.Span).Trim();
        return line.IsEmpty || text == "*" ? null : text;
    }

    private void Mail(string rest)
    {
        if (account is null)
            Reply("530 5.7.0 Sign in first");
        else if (from is not null)
            Reply("503 5.5.1 One message at a time");
        else if (SmtpAddress.Read(rest, "FROM:") is not { } sender)
            Reply("501 5.1.7 Not an address");
        else if (sender.Parameters.TryGetValue("SIZE", out var size) && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var octets) && octets > LargestMessage)
            Reply("552 5.3.4 The message is too large");
        else if (!Ascii.IsValid(sender.Address) && !(Offers("SMTPUTF8") && sender.Parameters.ContainsKey("SMTPUTF8")))
            Reply("553 5.6.7 The address needs SMTPUTF8");
        else
            Accept(sender.Address);
    }

    private void Accept(string sender)
    {
        from = sender;
        Reply("250 2.1.0 Sender taken");
    }

    private void Recipient(string rest)
    {
        if (from is null)
            Reply("503 5.5.1 MAIL comes first");
        else if (SmtpAddress.Read(rest, "TO:") is not { } recipient)
            Reply("501 5.1.3 Not an address");
        else if (recipients.Count >= MostRecipients)
            Reply("452 4.5.3 Too many recipients");
        else if (!Ascii.IsValid(recipient.Address) && !Offers("SMTPUTF8"))
            Reply("553 5.6.7 The address needs SMTPUTF8");
        else if (context.Faults.RefusalOfRecipient(recipient.Address) is { } text)
            Reply("550 5.7.1 " + text);
        else if (context.Store.IsOwnDomain(recipient.Address) && context.Store.Account(recipient.Address) is null && !context.Options.Others.Contains(recipient.Address))
            Reply("550 5.1.1 No such person here");
        else if (context.Store.Account(recipient.Address) is { } box && IsFull(box))
            Reply("452 4.2.2 The mailbox is full");
        else
            Take(recipient.Address);
    }

    private void Take(string recipient)
    {
        recipients.Add(recipient);
        Reply("250 2.1.5 Recipient taken");
    }

    private static bool IsFull(AccountBox box)
    {
        lock (box.Gate)
            return !box.HasRoomFor(1);
    }

    private async Task DataAsync(CancellationToken cancellation)
    {
        if (from is null || recipients.Count == 0)
        {
            Reply(from is null ? "503 5.5.1 MAIL comes first" : "554 5.5.1 No valid recipients");
            return;
        }

        Reply("354 End with a dot on a line of its own");
        await SendAsync(cancellation);
        var (raw, end) = await SmtpData.ReadAsync(wire, LargestMessage, cancellation);
        if (end == SmtpDataEnd.Closed)
        {
            leaving = true;
            return;
        }

        if (end == SmtpDataEnd.TooLarge)
        {
            Reset();
            Reply("552 5.3.4 The message is too large");
            return;
        }

        // From here on the message is delivered, whatever becomes of the connection.
        SmtpDelivery.Deliver(context, account!, new(from, recipients, raw, context.Clock.GetUtcNow()), greeting, wire.IsEncrypted ? "ESMTPSA" : "ESMTPA");
        Reset();
        if (context.Faults.TakeLostReply())
        {
            wire.Drop();
            leaving = true;
            pending.Clear();
            return;
        }

        Reply("250 2.0.0 Accepted");
    }

    private void Reset()
    {
        from = null;
        recipients = [];
    }

    private void Reply(string line) => pending.Append(OneLine.Of(line)).Append("\r\n");

    private async Task SendAsync(CancellationToken cancellation)
    {
        if (pending.Length == 0)
            return;
        if (context.Faults.Delay is var delay && delay > TimeSpan.Zero)
            await Task.Delay(delay, context.Clock, cancellation);
        await wire.WriteAsync(Encoding.UTF8.GetBytes(pending.ToString()), cancellation);
        pending.Clear();
    }
}
