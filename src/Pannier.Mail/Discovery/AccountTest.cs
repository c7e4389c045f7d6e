using Microsoft.Extensions.Logging;
using Pannier.Mail.Imap;
using Pannier.Mail.Net;
using Pannier.Mail.Smtp;

namespace Pannier.Mail.Discovery;

/// <summary>
/// Tries an account's servers before it is saved. Call it only with hosts the person has confirmed: the password goes there.
/// </summary>
public sealed class AccountTest(Egress egress, ImapOptions imapOptions, SmtpOptions smtpOptions, TimeProvider time, ILogger<SmtpSubmission> logger)
{
    /// <summary>Signs in to both at once, and sends nothing. Hosts that cannot be reached all fail alike, after <see cref="EgressOptions.ProbeTime"/>.</summary>
    public Task<AccountTestResult> RunAsync(ServerAddress imap, ServerAddress smtp, string userName, Secret password, CancellationToken cancellation) =>
        RunAsync(new ImapLogin(imap, userName, password), new SmtpLogin(smtp, userName, password), cancellation);

    /// <inheritdoc cref="RunAsync(ServerAddress, ServerAddress, string, Secret, CancellationToken)"/>
    public async Task<AccountTestResult> RunAsync(ImapLogin imap, SmtpLogin smtp, CancellationToken cancellation)
    {
        var receiving = TryAsync(token => TestImapAsync(imap, token), cancellation);
        var sending = TryAsync(token => new SmtpSubmission(smtp, egress, smtpOptions, time, logger).TestAsync(token), cancellation);
        return new(await receiving, await sending);
    }

    private async Task TestImapAsync(ImapLogin login, CancellationToken cancellation)
    {
        await using var connection = await new ImapSignIn(egress, imapOptions, time).ConnectAsync(login, cancellation);
    }

    private async Task<MailFault?> TryAsync(Func<CancellationToken, Task> test, CancellationToken cancellation)
    {
        try
        {
            await egress.ProbeAsync(
                async token =>
                {
                    await test(token);
                    return true;
                },
                cancellation);
            return null;
        }
        catch (MailFault fault)
        {
            return fault;
        }
    }
}
