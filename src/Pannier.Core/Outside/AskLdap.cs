using System.Text;
using Microsoft.Extensions.Logging;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Ldap;

namespace Pannier.Core.Outside;

/// <summary>Asks a directory, by binding there as the person.</summary>
internal sealed class AskLdap(SignInOptions options, LdapOptions directory, LdapCheck check, TimeProvider time, ILogger<AskLdap> log) : IAskOutside
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public SignInBackend Backend => SignInBackend.Ldap;

    public string Shown => directory.Host!; // checked at start

    public SignInName? Name(SignInName typed) => typed.Shown.IsNormalized(NormalizationForm.FormKC) ? typed : null;

    public string Host(SignInName name) => Shown;

    public async Task<OutsideAnswer> AskAsync(SignInName name, Secret password, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await check.CheckAsync(name.Shown, password, both.Token) is { } entry ? Right(name, entry) : new OutsideAnswer.Wrong();
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

    /// <summary>What a directory says is text like anybody's: read by the types that keep it harmless.</summary>
    private OutsideAnswer.Right Right(SignInName name, LdapEntry entry)
    {
        var address = AddrSpec.Read(entry.Values.GetValueOrDefault(directory.MailAttribute.ToLowerInvariant(), ""))?.Shown();
        var called = OneLine.Read(entry.Values.GetValueOrDefault(directory.DisplayAttribute.ToLowerInvariant(), ""))?.Value ?? "";
        var user = address ?? name.Shown;
        return new(new OutsidePerson(address, called, options.ImapFor(user), options.SmtpFor(user)) { Name = SignInName.Read(entry.Values.GetValueOrDefault(directory.NameAttribute.ToLowerInvariant(), "")) });
    }
}
