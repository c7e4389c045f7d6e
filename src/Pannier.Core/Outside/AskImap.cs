using System.Text;
using Microsoft.Extensions.Logging;
using Pannier.Core.Accounts;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Imap;

namespace Pannier.Core.Outside;

/// <summary>Asks a mail server, by signing in there and leaving again.</summary>
internal sealed class AskImap(SignInOptions options, ImapCheck check, TimeProvider time, ILogger<AskImap> log) : IAskOutside
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public SignInBackend Backend => SignInBackend.Imap;

    public string Shown => options.ImapHost!; // checked at start

    /// <summary>Only what is its own compatibility form: two names of the server must never be one person here.</summary>
    public SignInName? Name(SignInName typed)
    {
        var whole = options.Domain is { } domain && !typed.Shown.Contains('@', StringComparison.Ordinal) ? SignInName.Read($"{typed.Shown}@{domain}") : typed;
        return whole is not null && whole.Shown.IsNormalized(NormalizationForm.FormKC) ? whole : null;
    }

    public string Host(SignInName name) => Shown;

    public async Task<OutsideAnswer> AskAsync(SignInName name, Secret password, CancellationToken cancellation)
    {
        var login = new Login(Shown, options.ImapPort, options.ImapSecurity, name.Shown);
        using var limit = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            await check.CheckAsync(new ImapLogin(login.Address(), login.UserName, password), both.Token);
            return new OutsideAnswer.Right(new OutsidePerson(AddrSpec.Read(name.Shown)?.Shown(), "", login, options.SmtpFor(name.Shown)));
        }
        catch (MailFault fault) when (fault.Kind == MailFaultKind.SignInRefused)
        {
            return new OutsideAnswer.Wrong();
        }
        catch (MailFault fault)
        {
            Log.CannotAsk(log, Shown, fault.Kind.ToString());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Log.CannotAsk(log, Shown, nameof(MailFaultKind.TimedOut));
        }

        return new OutsideAnswer.Unavailable();
    }
}
