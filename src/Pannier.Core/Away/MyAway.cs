using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Pannier.Core.Accounts;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Away;

/// <summary>What the person has allowed to go on while they are away, and what comes of it in their browser.</summary>
public sealed class MyAway
{
    private readonly BackgroundGrants _grants;
    private readonly CountMail _counts;
    private readonly AccountBook _book;
    private readonly OAuthProviders _providers;
    private readonly MyLog _log;
    private readonly SessionOptions _options;
    private readonly Visit _visit;
    private readonly IHttpContextAccessor _http;

    internal MyAway(BackgroundGrants grants, CountMail counts, AccountBook book, OAuthProviders providers, MyLog log, IOptions<SessionOptions> options, Visit visit, IHttpContextAccessor http) =>
        (_grants, _counts, _book, _providers, _log, _options, _visit, _http) = (grants, counts, book, providers, log, options.Value, visit, http);

    /// <summary>Whether the site lets people allow it.</summary>
    public bool IsOffered => _options.CountWhileLocked;

    /// <summary>Allows this browser to show how much unread mail waits while nobody is signed in.</summary>
    /// <returns>False when the site does not offer it, or there is no account to count in.</returns>
    public async Task<bool> AllowAsync(CancellationToken cancellation)
    {
        if (!IsOffered || _http.HttpContext is not { } context) return false;

        var token = BrowserToken.New();
        if (!await PutAsync(token.Hash(), cancellation)) return false;
        Cookies.Set(context, Cookies.Watch, token.Reveal());
        await _log.NoteAsync(SecurityEventKind.CountingAllowed);
        return true;
    }

    /// <summary>Has the person's grants hold anew, with what their accounts are signed in to with now.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        foreach (var grant in await _grants.AllAsync(_visit.Required.User, cancellation))
        {
            if (IsOffered && await PutAsync(grant.SecretHash, cancellation)) continue;
            await _grants.RemoveAsync(_visit.Required.User, grant.Id, cancellation);
        }
    }

    /// <summary>The person's, newest first.</summary>
    public async Task<IReadOnlyList<GrantSummary>> ListAsync(CancellationToken cancellation) =>
        [.. (await _grants.AllAsync(_visit.Required.User, cancellation)).Select(row => row.Summary(Secret)).OfType<GrantSummary>()];

    /// <summary>Ends one of the person's.</summary>
    /// <returns>False when there is none of this id.</returns>
    public async Task<bool> EndAsync(string id, CancellationToken cancellation)
    {
        if (!await _grants.RemoveAsync(_visit.Required.User, id, cancellation)) return false;
        await _log.NoteAsync(SecurityEventKind.CountingEnded);
        return true;
    }

    /// <summary>Ends the one of this browser: its person signs out.</summary>
    public async Task LeaveAsync(CancellationToken cancellation)
    {
        if (Secret is not { } secret || _http.HttpContext is not { } context) return;
        await _grants.RemoveAsync(secret, cancellation);
        Cookies.Remove(context, Cookies.Watch);
    }

    /// <summary>Whether this browser may be told how much mail waits.</summary>
    public async Task<bool> MayCountAsync(CancellationToken cancellation) => IsOffered && Secret is { } secret && await _grants.FindAsync(secret, cancellation) is not null;

    /// <summary>How much mail waits, as its servers said within the last minute; null when nobody has allowed this browser to be told.</summary>
    public async Task<WaitingMail?> CountAsync(CancellationToken cancellation) =>
        IsOffered && Secret is { } secret && await _grants.FindAsync(secret, cancellation) is { Kind: GrantKind.CountMail } grant ? await _counts.AskAsync(grant).WaitAsync(cancellation) : null;

    /// <summary>What is kept of this browser's cookie; null when it has none.</summary>
    private byte[]? Secret => _http.HttpContext is { } context && Cookies.Read(context, Cookies.Watch) is { } cookie ? BrowserToken.Read(cookie)?.Hash() : null;

    private async Task<bool> PutAsync(byte[] secret, CancellationToken cancellation)
    {
        var (counted, left) = (new List<WatchedAccount>(), 0);
        foreach (var account in await _book.AllAsync(cancellation))
        {
            if (await _book.PasswordsAsync(account, cancellation) is { } passwords) counted.Add(new WatchedAccount(account.Imap, passwords.Imap));
            else if (await _book.GrantAsync(account, cancellation) is { } grant) counted.Add(new WatchedAccount(account.Imap, [], Of(grant)));
            else left++;
        }

        if (counted.Count == 0) return false;
        var watched = new WatchedAccounts(counted, left);
        var content = JsonSerializer.SerializeToUtf8Bytes(watched, WatchedJson.Default.WatchedAccounts);
        await _grants.PutAsync(secret, _visit.Required.User, GrantKind.CountMail, content, cancellation);
        CryptographicOperations.ZeroMemory(content);
        watched.Wipe();
        return true;
    }

    /// <summary>The right to further tokens only where using a copy of it does not spoil the one that the person keeps.</summary>
    private WatchedToken Of(AccountGrant grant) =>
        new(grant.Provider, grant.Authority, grant.Access, grant.ExpiresAt, _providers.Find(grant.Provider) is { RefreshStays: true } provider && provider.Authority == grant.Authority ? grant.Refresh : []);
}
