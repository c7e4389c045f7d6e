using System.Text;
using Microsoft.Extensions.Logging;
using Pannier.Core.Accounts;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Discovery;

namespace Pannier.Core.Outside;

/// <summary>Asks the mail server of whatever domain a person's address is of: one the site lists, or, where it may, one that is found.</summary>
/// <remarks>What is found gets a password only over TLS, and only at a host within the domain itself or one that the site or our table of providers names: nobody is here to look at the host's name first.</remarks>
internal sealed class AskByDomain(SignInOptions options, ImapQuestion question, SettingsFinder finder, ILogger<AskByDomain> log) : IAskOutside
{
    private readonly IReadOnlyDictionary<string, SignInDomain> _listed = options.Domains.ToDictionary(domain => domain.Name, StringComparer.Ordinal);

    public SignInBackend Backend => SignInBackend.Imap;

    public string Shown => string.Join(", ", options.Domains.Select(domain => domain.Domain));

    /// <summary>An address of a domain that may be asked, with the domain in its ASCII form, so that nobody is two people; a name without a domain stays as it is, for people who registered here.</summary>
    public SignInName? Name(SignInName typed)
    {
        var text = options.Domain is { } own && !typed.Shown.Contains('@', StringComparison.Ordinal) ? $"{typed.Shown}@{own}" : typed.Shown;
        if (!text.IsNormalized(NormalizationForm.FormKC)) return null;
        if (!text.Contains('@', StringComparison.Ordinal)) return options.AlsoLocal ? typed : null;
        return AddrSpec.Read(text) is { } address && address.Domain[0] != '[' && (options.Discover || options.AlsoLocal || _listed.ContainsKey(address.Domain)) ? SignInName.Read(address.Value) : null;
    }

    public string Host(SignInName name) => AddrSpec.Read(name.Shown) is { } address ? _listed.GetValueOrDefault(address.Domain)?.ImapHost ?? address.Domain : "";

    public async Task<OutsideAnswer> AskAsync(SignInName name, Secret password, CancellationToken cancellation)
    {
        if (AddrSpec.Read(name.Shown) is not { } address) return new OutsideAnswer.Wrong();
        if (_listed.GetValueOrDefault(address.Domain) is { } listed)
        {
            var login = listed.Imap(address);
            return await question.AskAsync(login, password, new OutsidePerson(address.Shown(), "", login, listed.Smtp(address)), cancellation);
        }

        if (!options.Discover) return new OutsideAnswer.Wrong();
        if (await finder.FindAsync(address, cancellation) is { Imap: { } imap } found && IsSafe(found, imap, address))
        {
            var login = new Login(imap.Host.Value, imap.Port.Number, imap.Security, found.UserName);
            var smtp = found.Smtp is { Security: not ConnectionSecurity.None } server ? new Login(server.Host.Value, server.Port.Number, server.Security, found.UserName) : null;
            return await question.AskAsync(login, password, new OutsidePerson(address.Shown(), "", login, smtp), cancellation);
        }

        Log.NothingFound(log, address.Domain);
        return new OutsideAnswer.Wrong();
    }

    private static bool IsSafe(FoundSettings found, ServerAddress imap, AddrSpec address) =>
        imap.Security != ConnectionSecurity.None && !found.Notes.Contains(FoundNote.OAuthOnly) && (imap.Host.IsWithin(address.Domain) || found.Source is FoundSource.Preset or FoundSource.Provider);
}
