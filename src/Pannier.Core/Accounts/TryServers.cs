using Pannier.Mail;
using Pannier.Mail.Net;

namespace Pannier.Core.Accounts;

/// <summary>Signs in to both servers before anything is kept. Whatever does not answer as a mail server has one fault and takes one time.</summary>
internal sealed class TryServers(IOpenStores stores, Egress egress)
{
    public Task<AccountTrial> TryAsync(Login imap, Secret imapPassword, Login smtp, Secret smtpPassword, CancellationToken cancellation) =>
        TryAsync(imap, new LoginProof.Password(imapPassword), smtp, new LoginProof.Password(smtpPassword), cancellation);

    public async Task<AccountTrial> TryAsync(Login imap, LoginProof imapProof, Login smtp, LoginProof smtpProof, CancellationToken cancellation)
    {
        var tried = await Task.WhenAll(
            FaultAsync(imap, token => ImapAsync(imap, imapProof, token), cancellation),
            FaultAsync(smtp, token => SmtpAsync(smtp, smtpProof, token), cancellation));
        return new AccountTrial(tried[0], tried[1]);
    }

    private async Task<bool> ImapAsync(Login login, LoginProof proof, CancellationToken cancellation)
    {
        await using var store = stores.Store(login, proof);
        return await store.UseAsync((_, _) => Task.FromResult(true), cancellation);
    }

    private async Task<bool> SmtpAsync(Login login, LoginProof proof, CancellationToken cancellation)
    {
        await stores.Submission(login, proof).TestAsync(cancellation);
        return true;
    }

    private async Task<MailFault?> FaultAsync(Login login, Func<CancellationToken, Task<bool>> attempt, CancellationToken cancellation)
    {
        try
        {
            await egress.ProbeAsync(attempt, cancellation);
            return null;
        }
        catch (MailFault fault)
        {
            // Words that came over a line anybody could write on are nobody's.
            return login.Security == ConnectionSecurity.None ? new MailFault(fault.Kind) : fault;
        }
    }
}
