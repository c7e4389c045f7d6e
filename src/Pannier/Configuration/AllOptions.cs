using Microsoft.Extensions.Configuration;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Outside;
using Pannier.Core.Outside.OpenId;
using Pannier.Core.Records;
using Pannier.Core.Sealing;
using Pannier.Mail.Discovery;
using Pannier.Mail.Imap;
using Pannier.Mail.Ldap;
using Pannier.Mail.Net;
using Pannier.Mail.OAuth;
using Pannier.Mail.Smtp;

namespace Pannier.Configuration;

/// <summary>Every section there is, bound; those are named here that the start itself needs. docs/SETTINGS.md lists the same ones; a test compares them.</summary>
internal sealed record AllOptions(
    SiteOptions Site, ListenOptions Listen, DataOptions Data, ModuleOptions Modules, ReadingOptions Reading, Core.Sessions.SessionOptions Session, EgressOptions Egress, WebEgressOptions WebEgress, IdentityEgressOptions IdentityEgress, ImapOptions Imap, SmtpOptions Smtp, DiscoveryOptions Discovery, CryptoOptions Crypto, OAuthOptions OAuth, BrowserOptions Browser, SignInOptions SignIn, LdapOptions Ldap, ProxyOptions Proxy, PortalOptions Portal, OpenIdOptions OpenId)
{
    /// <summary>Binds them and registers each record for <c>IOptions</c>.</summary>
    /// <exception cref="StartRefused">A key is unknown or a value out of bounds.</exception>
    public static AllOptions Bind(IConfiguration configuration, IServiceCollection services)
    {
        var sections = new Sections(configuration, services);
        var all = new AllOptions(
            sections.Add<SiteOptions>("Site"),
            sections.Add<ListenOptions>("Listen"),
            sections.Add<DataOptions>("Data"),
            sections.Add<ModuleOptions>("Modules"),
            sections.Add<ReadingOptions>("Reading"),
            sections.Add<Core.Sessions.SessionOptions>("Session"),
            sections.Add<EgressOptions>("Egress:Mail"),
            sections.Add<WebEgressOptions>("Egress:Web"),
            sections.Add<IdentityEgressOptions>("Egress:Identity"),
            sections.Add<ImapOptions>("Imap"),
            sections.Add<SmtpOptions>("Smtp"),
            sections.Add<DiscoveryOptions>("Mail:Discovery"),
            sections.Add<CryptoOptions>("Crypto"),
            sections.Add<OAuthOptions>("OAuth"),
            sections.Add<BrowserOptions>("Browser"),
            sections.Add<SignInOptions>("SignIn"),
            sections.Add<LdapOptions>("Ldap"),
            sections.Add<ProxyOptions>("Proxy"),
            sections.Add<PortalOptions>("Portal"),
            sections.Add<OpenIdOptions>("OpenId"));
        sections.Add<BlobOptions>("Blobs");
        sections.Add<Core.Throttling.ThrottleOptions>("Throttle");
        sections.Add<Core.Humans.HumanCheckOptions>("HumanCheck");
        sections.Add<Core.Factors.SecondFactorOptions>("SecondFactor");
        sections.Add<Core.Accounts.Memory.MirrorOptions>("Mirror");
        sections.RefuseUnknown();
        return all;
    }
}
