using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using Pannier.Cli;
using Pannier.Cli.Doctor;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;
using Pannier.Tests.Support;

namespace Pannier.Tests.Cli;

public sealed class DoctorTests : IDisposable
{
    private const string Minimal = """{ "Site": { "PublicOrigins": ["https://mail.example.org"] } }""";
    private readonly TempDirectory _directory = new();

    private string Data => _directory.File("data");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _directory.Dispose();
    }

    [Fact]
    public async Task Finds_a_made_installation_in_order_and_returns_zero()
    {
        await MakeAsync();

        var doctor = await LookAsync("""{ "Listen": { "TrustedProxies": ["127.0.0.1"] }, "Site": { "PublicOrigins": ["https://mail.example.org"] } }""");

        Assert.DoesNotContain("FAIL", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("ok    data directory", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("ok    site key", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("ok    database         sound", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("ok    page files", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("sealed: each person sees", doctor.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, doctor.Code);
    }

    [Fact]
    public async Task Changes_nothing_where_there_is_nothing_yet()
    {
        var doctor = await LookAsync("""{ "Listen": { "TrustedProxies": ["127.0.0.1"] }, "Site": { "PublicOrigins": ["https://mail.example.org"] } }""");

        Assert.Equal(ExitCode.Done, doctor.Code);
        Assert.Contains("warn  data directory", doctor.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Leaves_a_made_installation_as_it_was()
    {
        await MakeAsync();
        var before = Listing();

        await LookAsync(Minimal);

        Assert.Equal(before, Listing());
    }

    [Fact]
    public async Task Says_that_others_may_open_the_data_directory()
    {
        await MakeAsync();
        File.SetUnixFileMode(Data, File.GetUnixFileMode(Data) | UnixFileMode.OtherRead);

        var doctor = await LookAsync(Minimal);

        Assert.Contains($"FAIL  data directory   others may open {Data}: run chmod 0700", doctor.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, doctor.Code);
    }

    [Fact]
    public async Task Says_that_others_may_read_the_site_key()
    {
        await MakeAsync();
        var key = Path.Combine(Data, "site.key");
        File.SetUnixFileMode(key, File.GetUnixFileMode(key) | UnixFileMode.GroupRead);

        Assert.Contains("FAIL  site key", (await LookAsync(Minimal)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sees_a_damaged_database()
    {
        await MakeAsync();
        await File.WriteAllTextAsync(Path.Combine(Data, "pannier.db"), new string('x', 8192), Cancellation);

        Assert.Contains("FAIL  database", (await LookAsync(Minimal)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sees_a_database_of_a_newer_program()
    {
        await MakeAsync();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "pannier.db")};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO migration (number, name) VALUES (9999, '9999-future')";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Contains("written by a newer Pannier (schema 9999", (await LookAsync(Minimal)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://mail.example.org", "clear HTTP")]
    [InlineData("https://mail.example.org/mail", "no origin")]
    [InlineData("mail.example.org", "no origin")]
    public async Task Refuses_an_origin_nobody_could_sign_in_at(string origin, string why)
    {
        var doctor = await LookAsync($$"""{ "Site": { "PublicOrigins": ["{{origin}}"] } }""");

        Assert.Contains("FAIL  public origin", doctor.Output, StringComparison.Ordinal);
        Assert.Contains(why, doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_serve_will_refuse()
    {
        var doctor = await LookAsync(Minimal);

        Assert.Contains("FAIL  trusted proxies", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepts_a_certificate_with_its_key()
    {
        var doctor = await LookAsync(Certificate(DateTimeOffset.UtcNow.AddDays(50), "https://mail.example.org", "mail.example.org"));

        Assert.Contains("ok    TLS certificate  good until", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("ok    TLS key", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("none: visitors come straight", doctor.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, "FAIL  TLS certificate  ended on")]
    [InlineData(5, "warn  TLS certificate  ends on")]
    [InlineData(70, "FAIL  TLS certificate  begins only on")] // the test authority issues for 60 days
    public async Task Judges_a_certificate_by_its_dates(int days, string line)
    {
        var doctor = await LookAsync(Certificate(DateTimeOffset.UtcNow.AddDays(days), "https://mail.example.org", "mail.example.org"));

        Assert.Contains(line, doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sees_a_certificate_for_another_name()
    {
        var doctor = await LookAsync(Certificate(DateTimeOffset.UtcNow.AddDays(50), "https://mail.example.org", "other.example.org"));

        Assert.Contains("is not for mail.example.org", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sees_a_key_that_belongs_to_another_certificate()
    {
        var configuration = Certificate(DateTimeOffset.UtcNow.AddDays(50), "https://mail.example.org", "mail.example.org");
        using var other = TestCertificates.SelfSigned("mail.example.org");
        await File.WriteAllTextAsync(_directory.File("key.pem"), other.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), Cancellation);

        Assert.Contains("belong together", (await LookAsync(configuration)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reaches_what_the_site_allows_and_tells_how_to_allow_the_rest()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;

        var refused = await LookAsync(Minimal, "--reach", $"127.0.0.1:{port}");
        var reached = await LookAsync($$"""{ "Site": { "PublicOrigins": ["https://mail.example.org"] }, "Egress": { "Mail": { "Allow": ["127.0.0.1:{{port}}"] } } }""", "--reach", $"127.0.0.1:{port}");
        var wrong = await LookAsync(Minimal, "--reach", "nonsense");

        Assert.Contains($"add 127.0.0.1:{port} to Egress:Mail:Allow", refused.Output, StringComparison.Ordinal);
        Assert.Contains($"ok    reach            127.0.0.1:{port}: reached", reached.Output, StringComparison.Ordinal);
        Assert.Contains("'nonsense' is not host:port", wrong.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "Egress": { "Wbe": { "OtherPorts": [8443] } } """, "There is no section 'Egress:Wbe'")]
    [InlineData(""" "Mail": { "Discvery": { "Dns": false } } """, "There is no section 'Mail:Discvery'")]
    [InlineData(""" "Egres": { "Mail": { "OtherPorts": [24] } } """, "There is no section 'Egres'")]
    public async Task Refuses_a_misspelt_section_also_within_another(string section, string expected)
    {
        var doctor = await LookAsync($$"""{ "Site": { "PublicOrigins": ["https://mail.example.org"] }, {{section}} }""");

        Assert.Equal(ExitCode.Refused, doctor.Code);
        Assert.Contains(expected, doctor.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_an_unknown_option_as_a_start_does()
    {
        var doctor = await LookAsync("""{ "Site": { "PublicOrigins": ["https://mail.example.org"], "Nmae": "x" } }""");

        Assert.Equal(ExitCode.Refused, doctor.Code);
        Assert.StartsWith("pannier: Section Site", doctor.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, Verdict.Fail)]
    [InlineData(500, Verdict.Warn)]
    [InlineData(5000, Verdict.Ok)]
    public void Judges_the_room_on_the_disk(long mebibytes, object verdict) =>
        Assert.Equal(verdict, LookAtData.Room(mebibytes * 1024 * 1024, "/data").Verdict);

    [Fact]
    public void Judges_the_clock_by_the_program_and_by_the_file_system()
    {
        var now = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(Verdict.Ok, LookAtClock.Look(now, now.AddDays(-30)).Verdict);
        Assert.Equal(Verdict.Fail, LookAtClock.Look(now, now.AddDays(30)).Verdict);
        Assert.Equal(Verdict.Ok, LookAtClock.Compare(now, now.AddSeconds(5), "the disk").Verdict);
        Assert.Equal(Verdict.Fail, LookAtClock.Compare(now, now.AddHours(1), "the disk").Verdict);
    }

    [Fact]
    public void Warns_when_libsodium_is_absent() => Assert.Equal(Verdict.Warn, LookAtProgram.Sealing(new Vault(CryptoSuite.AesCbcHmacSha512)).Verdict);

    private async Task MakeAsync()
    {
        using var database = new Database(Data);
        await database.MigrateAsync(Cancellation);
        using var key = SiteKey.Open(Path.Combine(Data, "site.key"));
    }

    private async Task<Shell> LookAsync(string configuration, params string[] more)
    {
        var file = _directory.File("pannier.json");
        await File.WriteAllTextAsync(file, configuration, Cancellation);
        return await Shell.RunAsync(["doctor", "--config", file, "--data", Data, .. more]);
    }

    private string Certificate(DateTimeOffset until, string origin, string name)
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Issue(name, until);
        File.WriteAllText(_directory.File("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(_directory.File("key.pem"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.SetUnixFileMode(_directory.File("key.pem"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return $$"""{ "Site": { "PublicOrigins": ["{{origin}}"] }, "Listen": { "CertificateFile": "{{_directory.File("cert.pem")}}", "KeyFile": "{{_directory.File("key.pem")}}" } }""";
    }

    private IReadOnlyList<string> Listing() =>
        [.. Directory.EnumerateFiles(Data).Order(StringComparer.Ordinal).Select(file => $"{file} {new FileInfo(file).Length}")];
}
