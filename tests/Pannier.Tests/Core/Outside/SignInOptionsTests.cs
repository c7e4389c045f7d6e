using Microsoft.Extensions.Configuration;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Outside;

public sealed class SignInOptionsTests
{
    [Theory]
    [InlineData("name the mail server", "Backend=Imap")]
    [InlineData("name the mail server", "Backend=Imap", "ImapHost=not a host")]
    [InlineData("SignIn:Backend is Local", "ImapHost=imap.example.org")]
    [InlineData("SignIn:Backend is Local", "AlsoLocal=true")]
    [InlineData("needs SignIn:SmtpHost", "Backend=Imap", "ImapHost=imap.example.org", "AddAccount=true")]
    [InlineData("never checked in clear text", "Backend=Imap", "ImapHost=imap.example.org", "ImapSecurity=None")]
    [InlineData("is not a domain", "Backend=Imap", "ImapHost=imap.example.org", "Domain=here")]
    [InlineData("belong together", "Backend=Ldap")]
    [InlineData("belong together", "Ldap:Host=ldap.example.org", "Ldap:DnTemplate=uid={name}")]
    [InlineData("name the directory", "Ldap:SearchBase=dc")]
    [InlineData("either DnTemplate", "Backend=Ldap", "Ldap:Host=ldap.example.org")]
    [InlineData("either DnTemplate", "Backend=Ldap", "Ldap:Host=ldap.example.org", "Ldap:SearchBase=dc", "Ldap:DnTemplate=uid={name}")]
    [InlineData("{name} has to stand", "Backend=Ldap", "Ldap:Host=ldap.example.org", "Ldap:DnTemplate=uid")]
    [InlineData("write a filter", "Backend=Ldap", "Ldap:Host=ldap.example.org", "Ldap:SearchBase=dc", "Ldap:SearchFilter=(uid={name}")]
    [InlineData("belong together", "Backend=Ldap", "Ldap:Host=ldap.example.org", "Ldap:SearchBase=dc", "Ldap:BindDn=cn")]
    [InlineData("never checked in clear text", "Backend=Ldap", "Ldap:Host=ldap.example.org", "Ldap:SearchBase=dc", "Ldap:Security=None")]
    [InlineData("is for IMAP", "Backend=Ldap", "Domain=example.org")]
    [InlineData("needs SignIn:ImapHost", "Backend=Ldap", "AddAccount=true", "SmtpHost=smtp.example.org")]
    [InlineData("ImapHots", "Backend=Imap", "ImapHots=imap.example.org")]
    [InlineData("belong together", "Backend=Proxy", "VouchedBy=Example Ltd")]
    [InlineData("belong together", "Proxy:Addresses:0=127.0.0.1", "Proxy:Secret=0123456789012345678901234567890123456789")]
    [InlineData("what people call whoever vouches", "Backend=Proxy", "Proxy:Addresses:0=127.0.0.1", "Proxy:Secret=0123456789012345678901234567890123456789")]
    [InlineData("what people call whoever vouches", "Backend=Imap", "ImapHost=imap.example.org", "VouchedBy=Example Ltd")]
    [InlineData("at least 32 characters", "Backend=Proxy", "VouchedBy=Example Ltd", "Proxy:Addresses:0=127.0.0.1", "Proxy:Secret=too short")]
    [InlineData("at least 32 characters", "Backend=Proxy", "VouchedBy=Example Ltd", "Proxy:Addresses:0=127.0.0.1")]
    [InlineData("where the proxy's requests come from", "Backend=Proxy", "VouchedBy=Example Ltd", "Proxy:Secret=0123456789012345678901234567890123456789")]
    [InlineData("neither an address nor a network", "Backend=Proxy", "VouchedBy=Example Ltd", "Proxy:Addresses:0=proxy.example.org", "Proxy:Secret=0123456789012345678901234567890123456789")]
    [InlineData("belong together", "Backend=Portal", "VouchedBy=Example Ltd")]
    [InlineData("belong together", "Portal:Issuer=portal", "Portal:Key=0123456789012345678901234567890123456789")]
    [InlineData("at least 32 characters", "Backend=Portal", "VouchedBy=Example Ltd", "Portal:Issuer=portal", "Portal:Key=too short")]
    [InlineData("what the portal calls itself", "Backend=Portal", "VouchedBy=Example Ltd", "Portal:Key=0123456789012345678901234567890123456789")]
    [InlineData("not an https address", "Backend=Portal", "VouchedBy=Example Ltd", "Portal:Issuer=portal", "Portal:Key=0123456789012345678901234567890123456789", "Portal:Address=javascript:x")]
    [InlineData("SignIn:Backend is Local", "Domains:0:Domain=example.org", "Domains:0:ImapHost=imap.example.org")]
    [InlineData("in place of SignIn:ImapHost", "Backend=Imap", "ImapHost=imap.example.org", "Domains:0:Domain=example.org", "Domains:0:ImapHost=imap.example.org")]
    [InlineData("name your own there", "Backend=Imap", "ImapHost=imap.example.org", "Discover=true")]
    [InlineData("is there twice", "Backend=Imap", "Domains:0:Domain=example.org", "Domains:0:ImapHost=imap.example.org", "Domains:1:Domain=EXAMPLE.org", "Domains:1:ImapHost=imap.example.org")]
    [InlineData("is not a domain", "Backend=Imap", "Domains:0:Domain=here", "Domains:0:ImapHost=imap.example.org")]
    [InlineData("name the mail server", "Backend=Imap", "Domains:0:Domain=example.org")]
    [InlineData("never checked in clear text", "Backend=Imap", "Domains:0:Domain=example.org", "Domains:0:ImapHost=imap.example.org", "Domains:0:ImapSecurity=None")]
    [InlineData("not between 1 and 65,535", "Backend=Imap", "Domains:0:Domain=example.org", "Domains:0:ImapHost=imap.example.org", "Domains:0:ImapPort=0")]
    [InlineData("needs the SmtpHost", "Backend=Imap", "AddAccount=true", "Domains:0:Domain=example.org", "Domains:0:ImapHost=imap.example.org")]
    [InlineData("ImapHots", "Backend=Imap", "Domains:0:Domain=example.org", "Domains:0:ImapHots=imap.example.org")]
    [InlineData("belong together", "Backend=OpenId", "VouchedBy=Example Ltd")]
    [InlineData("belong together", "OpenId:Issuer=https://login.example.org", "OpenId:ClientId=pannier")]
    [InlineData("the provider's name for itself", "Backend=OpenId", "VouchedBy=Example Ltd", "OpenId:Issuer=login.example.org", "OpenId:ClientId=pannier")]
    [InlineData("what the provider knows this site by", "Backend=OpenId", "VouchedBy=Example Ltd", "OpenId:Issuer=https://login.example.org")]
    [InlineData("vouched for without a password", "DataOpenedBy=Site")]
    [InlineData("vouched for without a password", "Backend=Imap", "ImapHost=imap.example.org", "DataOpenedBy=Site")]
    [InlineData("no password comes here", "Backend=Proxy", "VouchedBy=Example Ltd", "AddAccount=true", "SmtpHost=smtp.example.org", "Proxy:Addresses:0=127.0.0.1", "Proxy:Secret=0123456789012345678901234567890123456789")]
    public void A_start_with_options_that_do_not_fit_is_refused_and_says_why(string said, params string[] options)
    {
        using var directory = new TempDirectory();
        var values = options.Select(option => option.Split('=', 2)).ToDictionary(pair => pair[0].Contains(':', StringComparison.Ordinal) && !pair[0].StartsWith("Domains:", StringComparison.Ordinal) ? pair[0] : "SignIn:" + pair[0], pair => (string?)pair[1]);
        (values["Data:Directory"], values["Site:PublicOrigins:0"]) = (directory.File("data"), "https://mail.example.org");

        var refused = Assert.Throws<StartRefused>(() => Site.Build((IConfigurationRoot)new ConfigurationBuilder().AddInMemoryCollection(values).Build()));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }
}
