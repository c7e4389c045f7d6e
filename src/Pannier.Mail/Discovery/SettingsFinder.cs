using Pannier.Mail.Net;

namespace Pannier.Mail.Discovery;

/// <summary>
/// Finds an account's servers from its address: the site's presets, the domain's DNS, its own document, our table of providers,
/// then usual names. No source can lower the security another one offers, and no password is needed.
/// </summary>
public sealed class SettingsFinder(DiscoveryOptions options, Egress egress, EgressHttp http, IMailDns dns, TimeProvider time)
{
    private const string HelloName = "[127.0.0.1]";
    private readonly GuessSource _guess = new(egress, HelloName);

    /// <summary>Takes at most a few times <see cref="DiscoveryOptions.SourceLimit"/> and one <see cref="EgressOptions.ProbeTime"/>.</summary>
    /// <returns>Null when nothing was found: the person types the servers' names.</returns>
    public async Task<FoundSettings?> FindAsync(AddrSpec address, CancellationToken cancellation)
    {
        if (PresetSource.Find(options, address) is { } preset) return Settle(address, [preset]);
        if (address.Domain[0] == '[') return null;

        var findings = new List<Finding>();
        foreach (var source in Sources(address))
        {
            if (await WithinAsync(source, cancellation) is { } finding) findings.Add(finding);
            if (IsSettled(findings)) return Settle(address, findings);
        }

        // Guessing is for those of whom nothing is known.
        if (!findings.Exists(finding => finding.Imap is not null) || !findings.Exists(finding => finding.Smtp is not null))
            if (await _guess.FindAsync(address.Domain, cancellation) is { } guess)
                findings.Add(guess);

        return findings.Exists(finding => finding.Imap is not null || finding.Smtp is not null) ? Settle(address, findings) : null;
    }

    // A document gets a little less than its source: one host that never answers must not hide what the other said.
    private IEnumerable<Func<CancellationToken, Task<Finding?>>> Sources(AddrSpec address) =>
    [
        async token => await DnsSource.FindAsync(dns, address.Domain, token),
        token => AutoconfigSource.FindAsync(http, address, options.SourceLimit * 0.8, token),
        token => ProviderSource.FindAsync(dns, address.Domain, token),
    ];

    private async Task<Finding?> WithinAsync(Func<CancellationToken, Task<Finding?>> source, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.SourceLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await source(both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null; // no answer in time is no answer
        }
    }

    /// <summary>True when no later source could do better: both servers are known, with TLS from the first octet.</summary>
    private static bool IsSettled(List<Finding> findings) =>
        Best(findings, finding => finding.Imap)?.Security == ConnectionSecurity.Tls && Best(findings, finding => finding.Smtp)?.Security == ConnectionSecurity.Tls;

    /// <summary>The first source that offers TLS, else the first that offers anything.</summary>
    private static ServerAddress? Best(IReadOnlyList<Finding> findings, Func<Finding, ServerAddress?> side) => findings
        .Select(side)
        .OfType<ServerAddress>()
        .OrderBy(server => server.Security)
        .FirstOrDefault();

    private static FoundSettings Settle(AddrSpec address, IReadOnlyList<Finding> findings)
    {
        var imap = Best(findings, finding => finding.Imap);
        var smtp = Best(findings, finding => finding.Smtp);
        var origin = findings.First(finding => imap is null ? finding.Smtp == smtp : finding.Imap == imap);
        return new(imap, smtp, origin.UserName ?? address.Value, origin.Source, Notes(address, imap, smtp));
    }

    private static List<FoundNote> Notes(AddrSpec address, ServerAddress? imap, ServerAddress? smtp)
    {
        var notes = new List<FoundNote>();
        if (imap is null) notes.Add(FoundNote.NoImap);
        else if (!imap.Host.IsWithin(address.Domain)) notes.Add(FoundNote.ImapOutsideDomain);
        if (smtp is null) notes.Add(FoundNote.NoSmtp);
        else if (!smtp.Host.IsWithin(address.Domain)) notes.Add(FoundNote.SmtpOutsideDomain);
        if ((ProviderSource.SignIn(imap) ?? ProviderSource.SignIn(smtp)) is { } signIn and not ProviderSignIn.Password)
            notes.Add(signIn == ProviderSignIn.OAuthOnly ? FoundNote.OAuthOnly : FoundNote.AppPassword);
        return notes;
    }
}
