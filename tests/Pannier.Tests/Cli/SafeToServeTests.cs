using Pannier.Cli;
using Pannier.Configuration;
using Pannier.Tests.Support;

namespace Pannier.Tests.Cli;

public sealed class SafeToServeTests : IDisposable
{
    private static readonly ListenOptions BehindProxy = new() { TrustedProxies = ["127.0.0.1"] };

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_is_safe_is_let_pass()
    {
        SafeToServe.Check(isRoot: false, BehindProxy, _directory.File("data"), _directory.File("wwwroot"));
        SafeToServe.Check(isRoot: false, new ListenOptions { CertificateFile = "cert.pem" }, _directory.File("data"), _directory.File("wwwroot"));
        SafeToServe.Check(isRoot: false, BehindProxy, _directory.File("wwwroot-data"), _directory.File("wwwroot"));
    }

    [Fact]
    public void Root_is_refused() => Refused("does not run as root", isRoot: true, BehindProxy, "data", "wwwroot");

    [Fact]
    public void Clear_http_without_a_named_proxy_is_refused() => Refused("no clear HTTP", isRoot: false, new ListenOptions(), "data", "wwwroot");

    [Theory]
    [InlineData("wwwroot", "wwwroot")]
    [InlineData("wwwroot/data", "wwwroot")]
    [InlineData("data", "data/wwwroot")]
    [InlineData("elsewhere/../wwwroot/data/", "wwwroot")]
    public void Data_among_served_files_is_refused(string data, string web) => Refused("served", isRoot: false, BehindProxy, data, web);

    [Fact]
    public void A_link_into_the_served_files_is_seen_through()
    {
        Directory.CreateDirectory(_directory.File("wwwroot/inner"));
        Directory.CreateSymbolicLink(_directory.File("link"), _directory.File("wwwroot"));

        Refused("served", isRoot: false, BehindProxy, "link/inner", "wwwroot");
    }

    /// <summary>The command itself asks: a root of these tests is refused as root, anybody else for clear HTTP.</summary>
    [Fact]
    public async Task The_command_refuses_before_it_makes_anything()
    {
        await File.WriteAllTextAsync(_directory.File("pannier.json"), """{ "Site": { "PublicOrigins": ["https://mail.example.org"] } }""", TestContext.Current.CancellationToken);

        var served = await Shell.RunAsync("serve", "--config", _directory.File("pannier.json"), "--data", _directory.File("data"));

        Assert.Equal(1, served.Code);
        Assert.Contains(Environment.IsPrivilegedProcess ? "does not run as root" : "no clear HTTP", served.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_directory.File("data")));
    }

    private void Refused(string why, bool isRoot, ListenOptions listen, string data, string web)
    {
        var refused = Assert.Throws<StartRefused>(() => SafeToServe.Check(isRoot, listen, _directory.File(data), _directory.File(web)));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }
}
