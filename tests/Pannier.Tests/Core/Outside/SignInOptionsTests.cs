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
    [InlineData("ImapHots", "Backend=Imap", "ImapHots=imap.example.org")]
    public void A_start_with_options_that_do_not_fit_is_refused_and_says_why(string said, params string[] options)
    {
        using var directory = new TempDirectory();
        var values = options.Select(option => option.Split('=')).ToDictionary(pair => "SignIn:" + pair[0], pair => (string?)pair[1]);
        (values["Data:Directory"], values["Site:PublicOrigins:0"]) = (directory.File("data"), "https://mail.example.org");

        var refused = Assert.Throws<StartRefused>(() => Site.Build((IConfigurationRoot)new ConfigurationBuilder().AddInMemoryCollection(values).Build()));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }
}
