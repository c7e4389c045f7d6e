using System.ComponentModel.DataAnnotations;
using Pannier.Mail;
using Pannier.Mail.OAuth;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.OAuth;

public sealed class OAuthProvidersTests
{
    [Theory]
    [InlineData("google", "imap.gmail.com", "smtp.gmail.com")]
    [InlineData("microsoft", "outlook.office365.com", "smtp.office365.com")]
    [InlineData("yahoo", "imap.mail.yahoo.com", "smtp.mail.yahoo.com")]
    [InlineData("fastmail", "imap.fastmail.com", "smtp.fastmail.com")]
    public void A_client_id_is_enough_for_a_provider_that_comes_with_us(string name, string imap, string smtp)
    {
        var options = new OAuthOptions { Providers = [new() { Name = name, ClientId = "x" }] };

        var providers = new OAuthProviders(options);

        Assert.Empty(options.Validate(new ValidationContext(options)));
        Assert.Equal(name, providers.For(HostName.Read(imap)!, HostName.Read(smtp)!)?.Name);
        Assert.Null(providers.For(HostName.Read(imap)!, HostName.Read("smtp.evil.example")!));
        Assert.Null(providers.For(HostName.Read(imap + ".evil.example")!, HostName.Read(smtp)!));
    }

    [Fact]
    public void Presets_speak_https_and_ask_for_mail_alone()
    {
        Assert.All(OAuthPresets.All, preset => Assert.All(new[] { preset.Server.Authorize, preset.Server.Token, preset.Server.Device, preset.Server.Revoke }.OfType<Uri>(), address => Assert.Equal("https", address.Scheme)));
        Assert.All(OAuthPresets.All, preset => Assert.All(preset.Hosts, host => Assert.NotNull(HostName.Read(host))));
    }

    [Fact]
    public void A_secret_may_be_kept_in_a_file()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory.File("secret"), "from a file\n");

        var provider = new OAuthProviders(new OAuthOptions { Providers = [new() { Name = "google", ClientId = "x", ClientSecretFile = directory.File("secret") }] }).All[0];

        Assert.Equal("from a file", provider.ClientSecret!.Reveal());
        Assert.DoesNotContain("from a file", provider.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_issuer_or_client_is_another_authority()
    {
        var one = new OAuthRegistration { Name = "own", ClientId = "x", Issuer = "https://a.example", Scopes = ["mail"], Hosts = ["mail.example"] };

        var all = new[] { one, one with { Issuer = "https://b.example" }, one with { ClientId = "y" } }.Select(registration => new OAuthProviders(new OAuthOptions { Providers = [registration] }).All[0].Authority);

        Assert.Equal(3, all.Distinct().Count());
    }

    public static TheoryData<OAuthRegistration, string> Wrong => new()
    {
        { new() { Name = "Google", ClientId = "x" }, "is no name" },
        { new() { Name = "google" }, "no ClientId" },
        { new() { Name = "google", ClientId = "x", ClientSecret = "a", ClientSecretFile = "b" }, "one is enough" },
        { new() { Name = "google", ClientId = "x", ClientSecretFile = "/nowhere/at/all" }, "not there" },
        { new() { Name = "google", ClientId = "x", TokenEndpoint = "ftp://x" }, "not one" },
        { new() { Name = "own", ClientId = "x" }, "give its Issuer" },
        { new() { Name = "own", ClientId = "x", Issuer = "https://a.example" }, "give its Scopes" },
        { new() { Name = "own", ClientId = "x", Issuer = "https://a.example", Scopes = ["mail"] }, "give the Hosts" },
        { new() { Name = "own", ClientId = "x", Issuer = "https://a.example", Scopes = ["mail"], Hosts = ["not a host"] }, "not one" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_with_a_registration_stops_the_start(OAuthRegistration registration, string words)
    {
        var options = new OAuthOptions { Providers = [registration] };

        Assert.Contains(words, Assert.Single(options.Validate(new ValidationContext(options))).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_provider_twice_stops_the_start()
    {
        var options = new OAuthOptions { Providers = [new() { Name = "google", ClientId = "x" }, new() { Name = "google", ClientId = "y" }] };

        Assert.Contains("twice", Assert.Single(options.Validate(new ValidationContext(options))).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provider_may_be_told_by_its_addresses()
    {
        var registration = new OAuthRegistration { Name = "own", ClientId = "x", AuthorizationEndpoint = "https://a.example/auth", TokenEndpoint = "https://a.example/token", DeviceEndpoint = "https://a.example/device", RevocationEndpoint = "https://a.example/revoke", Scopes = ["mail"], Hosts = ["mail.example"] };

        var provider = new OAuthProviders(new OAuthOptions { Providers = [registration] }).All[0];

        Assert.Equal("https://a.example/device", provider.Server?.Device?.AbsoluteUri);
        Assert.Equal("own", provider.Label);
    }
}
