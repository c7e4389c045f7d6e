using System.Text;
using Pannier.Core.Accounts;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Outside;

/// <summary>Asks the one mail server the site names.</summary>
internal sealed class AskImap(SignInOptions options, ImapQuestion question) : IAskOutside
{
    public SignInBackend Backend => SignInBackend.Imap;

    public string Shown => options.ImapHost!; // checked at start

    /// <summary>Only what is its own compatibility form: two names of the server must never be one person here.</summary>
    public SignInName? Name(SignInName typed)
    {
        var whole = options.Domain is { } domain && !typed.Shown.Contains('@', StringComparison.Ordinal) ? SignInName.Read($"{typed.Shown}@{domain}") : typed;
        return whole is not null && whole.Shown.IsNormalized(NormalizationForm.FormKC) ? whole : null;
    }

    public string Host(SignInName name) => Shown;

    public Task<OutsideAnswer> AskAsync(SignInName name, Secret password, CancellationToken cancellation)
    {
        var login = new Login(Shown, options.ImapPort, options.ImapSecurity, name.Shown);
        return question.AskAsync(login, password, new OutsidePerson(AddrSpec.Read(name.Shown)?.Shown(), "", login, options.SmtpFor(name.Shown)), cancellation);
    }
}
