using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Outside;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Mail.Net;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Promises;

/// <summary>What holds on the server, with what is here and the hosts that mail comes from.</summary>
internal sealed class ServerPromises(Vault vault, PasswordKdf kdf, OAuthProviders providers, IOptions<EgressOptions> egress, IOptions<SignInOptions> signIn, IOptions<Core.Sessions.SessionOptions> session, ISignInDoor checks, SiteWraps openedBySite, Database database, RuntimeFacts facts)
{
    public async Task<IReadOnlyList<Promise>> NowAsync(CancellationToken cancellation) =>
    [
        new("tls", egress.Value.AllowClearText.Count == 0 ? PromiseState.Kept : PromiseState.Weaker, "BadServerTests", "PinTests", "CanaryTests") { Here = egress.Value.AllowClearText.Count == 0 ? Said.Of("promise.tls.here.none") : Said.Of("promise.tls.here", "count", egress.Value.AllowClearText.Count) },
        new("ldap", signIn.Value.Backend == SignInBackend.Ldap ? PromiseState.Kept : PromiseState.Off, "LdapDoorTests", "LdapTextTests"),
        new("oauth", providers.All.Count == 0 ? PromiseState.Off : PromiseState.Kept, "OAuthClientTests", "TokenSignInTests", "ProviderSignInTests") { Here = Said.Of("promise.oauth.here", "count", providers.All.Count) },
        new("session-data", PromiseState.Kept, "LiveSessionsTests", "RedisSiteTests") { Here = Said.Of(session.Value.RedisAddress is null ? "promise.session-data.here.database" : "promise.session-data.here.redis") },
        new("away", PromiseState.Kept, "AwayTests", "AwayTokensTests", "StayTests") { Here = Said.Of(session.Value.CountWhileLocked ? "promise.away.here.offered" : "promise.away.here.not") },
        LastingData(await openedBySite.CountAsync(cancellation)),
        new("ciphers", PromiseState.Kept, "VaultTests", "PublishedVectorTests") { Here = Said.Of(vault.HasLibsodium ? "promise.ciphers.here.libsodium" : "promise.ciphers.here.aes") },
        new("passwords", PromiseState.Kept, "KdfParametersTests", "PeopleTests") { Here = Said.Of("promise.passwords.here", "parameters", kdf.Current.ToString()) },
        new("rotation", PromiseState.Kept, "DataKeyTests", "SiteKeyTests"),
        new("back-ends", signIn.Value.Backend == SignInBackend.Local ? PromiseState.Off : PromiseState.Kept, "ImapDoorTests", "LdapDoorTests", "ProxyDoorTests", "PortalDoorTests", "OpenIdDoorTests", "SignInOptionsTests") { Here = Said.Of("promise.back-ends.here." + Choice.Name(signIn.Value.Backend) + (checks.Opener == DataOpener.Site ? ".site" : ""), "host", checks.OutsideHost ?? "") },
        new("runtime", RuntimeState(), "SafeToServeTests", "UnitTests") { Here = Said.Of(Environment.IsPrivilegedProcess ? "promise.runtime.here.root" : IsPrivate() ? "promise.runtime.here.private" : "promise.runtime.here.open") },
        new("confined", facts.IsConfined ? PromiseState.Kept : PromiseState.Off, "LandlockTests"),
        new("egress", PromiseState.Kept, "EgressTests", "EgressPolicyTests", "PublicAddressTests", "NamespaceTests"),
        new("html", PromiseState.Kept, "HtmlSanitizerTests", "HostileMarkupTests", "RoundTripTests"),
        new("external", PromiseState.Kept, "HostileMarkupTests", "HostileMailTests", "RemotePicturesTests", "RasterPictureTests"),
        new("parts", PromiseState.Kept, "ContentSnifferTests", "PartWarningsTests", "ArchiveTests", "PartsTests"),
        new("links", PromiseState.Kept, "LinkNamesTests", "LeavingTests", "MisleadingLinksTests"),
        new("senders", PromiseState.Kept, "SenderReportTests", "ServerHabitTests", "SenderWarningsTests", "LookAlikeTests", "DkimCheckTests", "LeaveListTests"),
    ];

    /// <param name="opened">People whose data the site's own key opens; they may be left from when the site was set up so.</param>
    private Promise LastingData(int opened)
    {
        var here = checks.Opener == DataOpener.Site ? Said.Of("promise.lasting-data.here.site", "host", checks.OutsideHost ?? "").With("count", opened)
            : opened > 0 ? Said.Of("promise.lasting-data.here.left", "count", opened)
            : null;
        return new("lasting-data", here is null ? PromiseState.Kept : PromiseState.Weaker, "KeyringTests", "PeopleTests", "MyRecordsTests", "SiteWrapTests", "OpenedBySiteTests") { Here = here };
    }

    private PromiseState RuntimeState() => IsPrivate() && !Environment.IsPrivilegedProcess ? PromiseState.Kept : PromiseState.Weaker;

    private bool IsPrivate() => DataDirectory.IsPrivate(Path.GetDirectoryName(database.File)!); // the database is in one
}
