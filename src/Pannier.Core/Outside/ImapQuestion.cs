using Microsoft.Extensions.Logging;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Imap;

namespace Pannier.Core.Outside;

/// <summary>One question to one mail server: does it let this login in with this password? Asked by signing in there and leaving again.</summary>
internal sealed class ImapQuestion(ImapCheck check, TimeProvider time, ILogger<ImapQuestion> log)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <param name="login">Never in clear text: the caller has seen to it.</param>
    /// <param name="person">What is told of them when it is right.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<OutsideAnswer> AskAsync(Login login, Secret password, OutsidePerson person, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            await check.CheckAsync(new ImapLogin(login.Address(), login.UserName, password), both.Token);
            return new OutsideAnswer.Right(person);
        }
        catch (MailFault fault) when (fault.Kind == MailFaultKind.SignInRefused)
        {
            return new OutsideAnswer.Wrong();
        }
        catch (MailFault fault)
        {
            Log.CannotAsk(log, login.Host, fault.Kind.ToString());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Log.CannotAsk(log, login.Host, nameof(MailFaultKind.TimedOut));
        }

        return new OutsideAnswer.Unavailable();
    }
}
