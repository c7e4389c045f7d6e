using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Pannier.Tests.Support;

/// <summary>
/// Debian's OpenLDAP on free loopback ports: people below <c>ou=people,dc=example,dc=org</c>, a service that may look for them, and referrals,
/// for all other suffixes and at <c>ou=elsewhere</c>, to whatever address a test listens at.
/// </summary>
public sealed class Slapd : IAsyncDisposable
{
    public const string Password = "correct horse ✓ battery";
    public const string Service = "cn=pannier,dc=example,dc=org";
    public const string ServicePassword = "the service's own";
    public const string Base = "ou=people,dc=example,dc=org";
    private readonly TempDirectory _directory = new();
    private readonly TestCertificates _certificates = new();
    private readonly Process _process;

    /// <param name="referral">The port on loopback that referrals lead to.</param>
    /// <param name="hasTls">False for a server that offers no StartTLS.</param>
    public Slapd(int referral, bool hasTls = true)
    {
        if (!File.Exists("/usr/sbin/slapd"))
            throw new InvalidOperationException("These tests talk to a real directory. Install it: apt-get install slapd ldap-utils");

        AuthorityFile = _certificates.WriteAuthority(_directory.Path);
        using var certificate = _certificates.Issue("localhost");
        File.WriteAllText(_directory.File("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(_directory.File("key.pem"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Directory.CreateDirectory(_directory.File("db"));
        File.WriteAllText(_directory.File("slapd.conf"), Configuration(referral, hasTls));
        File.WriteAllText(_directory.File("start.ldif"), Entries(referral));
        Run("/usr/sbin/slapadd", "-f", _directory.File("slapd.conf"), "-l", _directory.File("start.ldif"));
        var at = hasTls ? $"ldap://127.0.0.1:{Port}/ ldaps://127.0.0.1:{TlsPort}/" : $"ldap://127.0.0.1:{Port}/";
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/slapd", ["-d", "0", "-f", _directory.File("slapd.conf"), "-h", at]) { RedirectStandardError = true })!;
        WaitForIt();
    }

    /// <summary>StartTLS.</summary>
    public int Port { get; } = FreePort.Next();

    public int TlsPort { get; } = FreePort.Next();

    public string AuthorityFile { get; }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _certificates.Dispose();
        _directory.Dispose();
    }

    private string Configuration(int referral, bool hasTls) => $$"""
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        pidfile {{_directory.File("pid")}}
        referral ldap://127.0.0.1:{{referral}}/
        allow bind_anon_dn
        {{(hasTls ? $"TLSCertificateFile {_directory.File("cert.pem")}\nTLSCertificateKeyFile {_directory.File("key.pem")}" : "")}}
        database mdb
        directory {{_directory.File("db")}}
        suffix dc=example,dc=org
        rootdn cn=root,dc=example,dc=org
        access to attrs=userPassword by anonymous auth by * none
        access to * by dn.exact="{{Service}}" read by self read by anonymous auth by * none

        """;

    private static string Entries(int referral) => $"""
        dn: dc=example,dc=org
        objectClass: dcObject
        objectClass: organization
        o: Example
        dc: example

        dn: {Service}
        objectClass: organizationalRole
        objectClass: simpleSecurityObject
        cn: pannier
        userPassword: {ServicePassword}

        dn: {Base}
        objectClass: organizationalUnit
        ou: people

        {Person("ada", "Ada Lindqvist")}

        {Person("ben", "Ben, the \"other\"")}

        {Person("a*b", "Star")}

        dn: ou=elsewhere,{Base}
        objectClass: referral
        objectClass: extensibleObject
        ou: elsewhere
        ref: ldap://127.0.0.1:{referral}/ou=elsewhere,dc=example,dc=net

        """;

    private static string Person(string uid, string name) => $"""
        dn: uid={uid},{Base}
        objectClass: inetOrgPerson
        uid: {uid}
        cn: {name}
        sn: {name}
        mail: {uid.Replace("*", "", StringComparison.Ordinal)}@example.org
        userPassword:: {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Password))}
        """;

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {said}");
    }

    private void WaitForIt()
    {
        for (var since = Stopwatch.GetTimestamp(); !Answers(); Thread.Sleep(20))
        {
            if (_process.HasExited) throw new InvalidOperationException("slapd did not start: " + _process.StandardError.ReadToEnd());
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(30)) throw new InvalidOperationException("slapd does not answer.");
        }
    }

    private bool Answers()
    {
        using var client = new TcpClient();
        try
        {
            client.Connect("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
