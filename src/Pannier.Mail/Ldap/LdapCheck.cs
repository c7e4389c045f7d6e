using System.Security.Cryptography;
using Pannier.Mail.Net;

namespace Pannier.Mail.Ldap;

/// <summary>Binds as a person, to learn whether name and password belong together and what the directory knows of them.</summary>
/// <param name="egress">With <see cref="IdentityEgressOptions"/> and the directory's port.</param>
/// <param name="options">Checked at start.</param>
public sealed class LdapCheck(Egress egress, LdapOptions options)
{
    private readonly string[] _attributes = [options.NameAttribute, options.MailAttribute, options.DisplayAttribute];

    /// <returns>Their entry; null when name and password do not belong together.</returns>
    /// <exception cref="MailFault">That could not be learnt.</exception>
    public async Task<LdapEntry?> CheckAsync(string name, Secret password, CancellationToken cancellation)
    {
        if (password.Length == 0) return null; // a directory takes it for nobody's sign-in, and says yes
        await using var line = await LdapLine.OpenAsync(egress, Server(), cancellation);
        return options.Dn(name) is { } dn ? await BoundAsync(line, dn, password, cancellation) : await FoundAsync(line, name, password, cancellation);
    }

    private async Task<LdapEntry?> BoundAsync(LdapLine line, string dn, Secret password, CancellationToken cancellation)
    {
        if (!await line.BindAsync(dn, password, cancellation)) return null;
        try
        {
            return (await line.SearchAsync(dn, LdapScope.BaseObject, "(objectClass=*)", _attributes, cancellation)) is [var entry] ? entry : new LdapEntry(dn, Nothing());
        }
        catch (MailFault fault) when (fault.Kind == MailFaultKind.Refused)
        {
            return new LdapEntry(dn, Nothing()); // who may not read their own entry is who they are all the same
        }
    }

    /// <summary>Looks first; where nobody or more than one is found, it binds as nobody, so that this is no quicker.</summary>
    private async Task<LdapEntry?> FoundAsync(LdapLine line, string name, Secret password, CancellationToken cancellation)
    {
        if (options is { BindDn: { } service, BindPassword: { } given })
        {
            using var own = Secret.Of(given);
            if (!await line.BindAsync(service, own, cancellation)) throw new MailFault(MailFaultKind.ClientRefused);
        }

        var found = await line.SearchAsync(options.SearchBase!, LdapScope.WholeSubtree, options.Filter(name), _attributes, cancellation); // checked at start
        var dn = found.Count == 1 ? found[0].Dn : $"cn=nobody-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))},{options.SearchBase}";
        return await line.BindAsync(dn, password, cancellation) && found.Count == 1 ? found[0] : null;
    }

    private ServerAddress Server() => new(HostName.Read(options.Host!)!, Port.Of(options.Port)!, options.Security); // checked at start

    private static Dictionary<string, string> Nothing() => new(StringComparer.Ordinal);
}
